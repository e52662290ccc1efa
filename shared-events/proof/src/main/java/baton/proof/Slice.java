package baton.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * Which events an export is of; all null: the whole log.
 *
 * @param referral of this referral alone
 * @param force of the referrals that concerned this force when the export was made
 * @param from recorded from here on, RFC 3339
 * @param to recorded before this, RFC 3339
 */
public record Slice(String referral, String force, String from, String to) {
  public static final Slice WHOLE = new Slice(null, null, null, null);

  public boolean whole() {
    return equals(WHOLE);
  }

  /** Whether the streams of its events are complete, from their first event to their last. */
  boolean wholeStreams() {
    return from == null && to == null;
  }

  /** Whether what was recorded at a time can be in it; what has no time is in no span. */
  boolean covers(String recordedTime) {
    if (wholeStreams()) return true;
    try {
      Instant recorded = Instant.parse(recordedTime);
      return (from == null || !recorded.isBefore(Instant.parse(from)))
          && (to == null || recorded.isBefore(Instant.parse(to)));
    } catch (DateTimeException | NullPointerException noTime) {
      return false;
    }
  }

  /** As in "an export of ...". */
  @Override
  public String toString() {
    if (whole()) return "the whole log";
    var words = new StringJoiner(", ");
    if (referral != null) words.add("referral " + referral);
    if (force != null) words.add("force " + force);
    if (from != null) words.add("recorded from " + from);
    if (to != null) words.add("recorded before " + to);
    return words.toString();
  }
}
