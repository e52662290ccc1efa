package baton.journal.envelope;

import baton.contract.BatonEvent;
import baton.contract.LogTopic;
import baton.contract.ReferralEvent;

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

  private Topics() {}

  /** Where an envelope belongs: one that names a referral tells part of that referral's story. */
  public static String of(Envelope envelope) {
    return envelope.referral() == null ? REGISTER : REFERRALS;
  }

  /** Where an event belongs. */
  public static String of(BatonEvent event) {
    return event instanceof ReferralEvent ? REFERRALS : REGISTER;
  }
}
