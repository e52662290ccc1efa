package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.journal.envelope.Envelope;
import java.util.Optional;

/**
 * One record of the log, as a service reads it.
 *
 * @param topicId the broker's id of the topic: a topic made again under the same name has another
 * @param value the bytes as they stand on the log
 * @param envelope null where the bytes are no event
 * @param event null where the bytes, or the data in them, cannot be read
 * @param unreadable why not, without quoting them; null where they can be read
 * @param key the record's key as text, or null
 * @param own whether this service wrote it: its own read models hold it already
 */
public record LogRecord(
    String topic,
    String topicId,
    int partition,
    long offset,
    byte[] value,
    Envelope envelope,
    Recorded<? extends BatonEvent> event,
    String unreadable,
    String key,
    boolean own) {

  /** The referral that it concerns; of unreadable bytes, the one that their key names. */
  public Optional<ReferralId> referral() {
    return referral(envelope == null ? key : envelope.referral());
  }

  /**
   * What waits together when one event of it cannot be applied: the referral or, on the register,
   * the stream. Empty for unreadable bytes whose key names no referral.
   */
  public Optional<String> story() {
    if (envelope != null && envelope.referral() == null) return Optional.of(envelope.subject());
    return referral().map(ReferralId::toString);
  }

  Place place() {
    return new Place(topicId, partition, offset);
  }

  static Optional<ReferralId> referral(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(ReferralId.of(text));
    } catch (IllegalArgumentException noReferral) {
      return Optional.empty();
    }
  }

  /** Where a record stands on the log, for ever. */
  record Place(String topicId, int partition, long offset) {}
}
