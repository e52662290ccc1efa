package baton.escalation.watching;

import baton.escalation.watching.model.Capacity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a team is over capacity. This project's choice: the domain reference has no numbers. */
@ConfigMapping(prefix = "baton.capacity")
public interface WatchingConfig {
  /** More open referrals than this for each active member. */
  @WithDefault("30")
  int openPerMember();

  /**
   * By so much may what comes in over 14 days exceed what is completed: 0.5 is half as much again.
   */
  @WithDefault("0.5")
  double inflowExcess();

  /** A difference smaller than this says nothing. */
  @WithDefault("10")
  int inflowMin();

  default Capacity capacity() {
    return new Capacity(openPerMember(), inflowExcess(), inflowMin());
  }
}
