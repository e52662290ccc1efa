package baton.journal.envelope;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.LogTopic;
import baton.contract.ReferralEvent;
import baton.contract.RegisterEvent;
import baton.contract.Unrecognised;
import baton.contract.access.AccessEvent;
import java.util.List;

/** The names of the log's topics. Source: design section 3. */
public final class Topics {
  /** What concerns one referral, keyed by referral id, kept for ever. */
  public static final String REFERRALS = LogTopic.REFERRALS.topic();

  /** What concerns no single referral; one partition, read first by every replay. */
  public static final String REGISTER = LogTopic.REGISTER.topic();

  /** The relays' positions and watermarks, keyed by source. */
  public static final String HEARTBEATS = LogTopic.HEARTBEATS.topic();

  /** Who read personal data; never part of a referral's story. */
  public static final String ACCESS = LogTopic.ACCESS.topic();

  /** Signed checkpoints of the trees over the log, keyed by origin. */
  public static final String CHECKPOINTS = LogTopic.CHECKPOINTS.topic();

  /** Those that hold events, the one that is read first in front. */
  public static final List<String> OF_EVENTS = List.of(REGISTER, REFERRALS, ACCESS);

  private Topics() {}

  /**
   * Where an envelope belongs: one that names a referral tells part of that referral's story, and
   * who read in it is told elsewhere.
   */
  public static String of(Envelope envelope) {
    if (envelope.referral() != null) return REFERRALS;
    return EventTypes.classOf(envelope.type()).filter(Topics::tellsOfAccess).isPresent()
        ? ACCESS
        : REGISTER;
  }

  /** Where an event belongs. */
  public static String of(BatonEvent event) {
    return switch (event) {
      case ReferralEvent _ -> REFERRALS;
      case AccessEvent _ -> ACCESS;
      case RegisterEvent _, Unrecognised _ -> REGISTER;
    };
  }

  private static boolean tellsOfAccess(Class<?> event) {
    return AccessEvent.class.isAssignableFrom(event);
  }
}
