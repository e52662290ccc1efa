package baton.escalation.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * By which of an event's two times it counts, where it is asked how things stood at a moment.
 * Source: design section 3, "time"; R39.
 */
public enum Reckoning {
  /**
   * What was on record by then: what anybody who asked at that moment could have been told. The
   * auditor's default; what is entered later does not change the answer.
   */
  RECORDED("recorded") {
    @Override
    public Instant timeOf(Recorded<? extends BatonEvent> event) {
      return event.recordedTime();
    }
  },

  /**
   * What had happened by then, whenever it was recorded: hindsight. Nobody could have known all of
   * it at that moment, and what is entered tomorrow may change the answer.
   */
  HAPPENED("happened") {
    @Override
    public Instant timeOf(Recorded<? extends BatonEvent> event) {
      return event.time();
    }
  };

  private final String wireName;

  Reckoning(String wireName) {
    this.wireName = wireName;
  }

  public static Optional<Reckoning> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  public abstract Instant timeOf(Recorded<? extends BatonEvent> event);

  /** The moment itself is in it. */
  public boolean countsBy(Recorded<? extends BatonEvent> event, Instant asAt) {
    return !timeOf(event).isAfter(asAt);
  }
}
