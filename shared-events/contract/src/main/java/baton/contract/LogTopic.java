package baton.contract;

import java.time.Duration;
import java.util.Map;

/**
 * The topics of the shared log, and how each is made. All but the heartbeats are kept for ever; the
 * partitions of the referrals are fixed when their topic is made, because one partition holds a
 * referral's whole story. Source: design section 3.
 */
public enum LogTopic {
  /** What concerns one referral, keyed by referral id. */
  REFERRALS("baton.referrals"),
  /** What concerns no single referral; read first by every replay. */
  REGISTER("baton.register"),
  /** Who read personal data; never part of a referral's story. */
  ACCESS("baton.access"),
  /** Signed checkpoints of the trees over the log, keyed by origin. */
  CHECKPOINTS("baton.checkpoints"),
  /** The relays' positions and watermarks, keyed by source. */
  HEARTBEATS("baton.heartbeats");

  private static final int RECORD_MAX_BYTES = 1024 * 1024;
  private static final Duration HEARTBEATS_KEPT = Duration.ofHours(1);
  private static final String FOR_EVER = "-1";

  private final String topic;

  LogTopic(String topic) {
    this.topic = topic;
  }

  /** The name that the broker knows. */
  public String topic() {
    return topic;
  }

  /**
   * @param ofReferrals how many the referrals have; the others have one
   */
  public int partitions(int ofReferrals) {
    return this == REFERRALS ? ofReferrals : 1;
  }

  /**
   * Kafka's own names and values.
   *
   * @param minInsync how many brokers must have a record before it is acknowledged
   */
  public Map<String, String> settings(int minInsync) {
    String kept = this == HEARTBEATS ? Long.toString(HEARTBEATS_KEPT.toMillis()) : FOR_EVER;
    return Map.of(
        "retention.ms", kept,
        "max.message.bytes", Integer.toString(RECORD_MAX_BYTES),
        "min.insync.replicas", Integer.toString(minInsync));
  }
}
