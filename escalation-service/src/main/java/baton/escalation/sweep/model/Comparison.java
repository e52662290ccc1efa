package baton.escalation.sweep.model;

import baton.contract.ReferralId;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.StreamRead;
import baton.escalation.sweep.model.Difference.Kind;
import baton.replay.model.Entry;
import baton.replay.model.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Board against log, one referral at a time. Both were read to the same place, so it is real. */
public final class Comparison {
  private static final String NOTHING = "nothing";
  private static final String CONCLUDED = "concluded, by other events or with another outcome";

  private Comparison() {}

  /**
   * @param row null where the board has none
   * @param log what the log says: a state, or of what is concluded a summary
   */
  public static Optional<Difference> of(ReferralId referral, BoardState row, Entry log) {
    if (!log.isKnown() && row == null) return Optional.empty();
    if (row == null) return difference(referral, Kind.ROW_MISSING, NOTHING, words(log));
    if (!log.isKnown()) return difference(referral, Kind.ROW_TOO_MANY, words(row), NOTHING);
    if (row.wrongColumns().isEmpty() && same(row.custody(), log)) return Optional.empty();
    return difference(referral, kind(row, log), words(row), words(log));
  }

  /** Whether less than the whole state of it is left to be compared. */
  public static boolean bySummary(Entry log) {
    return log.isKnown() && log.custody() == null;
  }

  private static boolean same(Custody board, Entry log) {
    if (board == null) return false;
    return log.custody() == null ? Summary.of(board) == log.summary() : log.custody().equals(board);
  }

  private static Optional<Difference> difference(
      ReferralId referral, Kind kind, String board, String log) {
    return Optional.of(new Difference(referral, kind, board, log, List.of()));
  }

  private static Kind kind(BoardState row, Entry log) {
    if (row.custody() == null) return Kind.ROW_WRONG;
    if (log.custody() == null)
      return row.custody().open() ? Kind.EVENT_NOT_APPLIED : Kind.ROW_WRONG;
    boolean behind =
        log.custody().reading().streams().stream()
            .anyMatch(
                stream -> stream.last() > last(row.custody(), stream.source(), stream.subject()));
    return behind ? Kind.EVENT_NOT_APPLIED : Kind.ROW_WRONG;
  }

  /** The number of the last event of a stream that was applied, or -1. */
  public static long last(Custody custody, String source, String subject) {
    return custody.reading().streams().stream()
        .filter(each -> each.source().equals(source) && each.subject().equals(subject))
        .mapToLong(StreamRead::last)
        .findFirst()
        .orElse(-1);
  }

  private static String words(Entry log) {
    return log.custody() == null ? CONCLUDED : words(log.custody());
  }

  private static String words(BoardState row) {
    if (row.custody() == null) return "a row that cannot be read";
    String wrong =
        row.wrongColumns().isEmpty()
            ? ""
            : "; columns that say otherwise: " + String.join(", ", row.wrongColumns());
    return words(row.custody()) + wrong;
  }

  private static String words(Custody custody) {
    String read =
        custody.reading().streams().stream()
            .sorted((a, b) -> (a.source() + a.subject()).compareTo(b.source() + b.subject()))
            .map(stream -> stream.last() + 1 + " of " + stream.source())
            .collect(Collectors.joining(", "));
    return "%s, %s, priority %s, %d clocks running, %d offers open; events: %s"
        .formatted(
            custody.stage(),
            holder(custody.custodian()),
            custody.priority(),
            custody.clocks().running().size(),
            custody.offers().waiting().size(),
            read);
  }

  private static String holder(Custodian custodian) {
    if (custodian == null) return "with nobody";
    String who = custodian.person() == null ? custodian.post() : custodian.person().toString();
    return "with " + who + " at " + custodian.organisation();
  }
}
