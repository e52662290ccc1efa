package baton.escalation.sweep.model;

import baton.contract.ReferralId;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.StreamRead;
import baton.escalation.sweep.model.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Board against log, state by state. Both were read to the same place, so a difference is real. */
public final class Comparison {
  private static final String NOTHING = "nothing";

  private Comparison() {}

  /**
   * In the order of the referrals' ids.
   *
   * @param waiting referrals that are known to be behind and are left out
   */
  public static List<Difference> of(
      Map<ReferralId, BoardState> board, Map<ReferralId, Custody> log, Set<ReferralId> waiting) {
    var referrals = new TreeSet<>(log.keySet());
    referrals.addAll(board.keySet());
    referrals.removeAll(waiting);
    var differences = new ArrayList<Difference>();
    for (ReferralId referral : referrals) {
      BoardState row = board.get(referral);
      Custody told = log.get(referral);
      if (row == null)
        differences.add(new Difference(referral, Kind.ROW_MISSING, NOTHING, words(told)));
      else if (told == null)
        differences.add(new Difference(referral, Kind.ROW_TOO_MANY, words(row), NOTHING));
      else if (!told.equals(row.custody()) || !row.wrongColumns().isEmpty())
        differences.add(new Difference(referral, kind(row, told), words(row), words(told)));
    }
    return differences;
  }

  private static Kind kind(BoardState row, Custody told) {
    boolean behind =
        row.custody() != null
            && told.reading().streams().stream()
                .anyMatch(stream -> stream.last() > last(row.custody(), stream));
    return behind ? Kind.EVENT_NOT_APPLIED : Kind.ROW_WRONG;
  }

  private static long last(Custody custody, StreamRead wanted) {
    return custody.reading().streams().stream()
        .filter(
            each ->
                each.source().equals(wanted.source()) && each.subject().equals(wanted.subject()))
        .mapToLong(StreamRead::last)
        .findFirst()
        .orElse(-1);
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
