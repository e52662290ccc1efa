package baton.escalation.custody;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.clockkeeper.Age;
import baton.escalation.custody.CustodySummary.Tally;
import baton.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The whole board as at a moment, small enough to be kept while somebody turns its pages. */
final class PastBoard {
  /** Referrals whose events are read for one page at most; the page then ends early. */
  private static final int LOOKED_UP_MAX = 2_000;

  /** As the database sorts them. */
  private static final Comparator<UUID> ORDER =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  private final UUID id;
  private final AsAt moment;
  private final Age age;
  private final BoardEntry[] entries;

  /**
   * @param id by which its pages say which board they are of
   * @param age of what it was made from
   * @param entries of every referral of which something counts by then, in any order
   */
  PastBoard(UUID id, AsAt moment, Age age, Collection<BoardEntry> entries) {
    this.id = id;
    this.moment = moment;
    this.age = age;
    this.entries = entries.toArray(BoardEntry[]::new);
    Arrays.parallelSort(
        this.entries, Comparator.comparing(entry -> entry.referral().value(), ORDER));
  }

  UUID id() {
    return id;
  }

  AsAt moment() {
    return moment;
  }

  Age age() {
    return age;
  }

  /** Nothing that is recorded from now on can change it. */
  boolean isFinal() {
    return switch (moment.by()) {
      case RECORDED -> !age.completeTo().isBefore(moment.at());
      case HAPPENED -> false;
    };
  }

  long bytes() {
    return entries.length * BoardEntry.BYTES;
  }

  /**
   * @param states in the order of the referrals' ids
   * @param next where the next page begins, exclusive; null on the last
   */
  record Leaf(List<Custody> states, ReferralId next) {}

  /**
   * @param after the last referral of the page before, or null
   * @param archive tells of one referral at this moment; empty where it has not read it yet
   */
  Leaf page(
      CustodyQuery query,
      ReferralId after,
      int limit,
      Function<ReferralId, Optional<Custody>> archive) {
    var states = new ArrayList<Custody>();
    int lookedUp = 0;
    ReferralId last = null;
    for (int i = after == null ? 0 : firstAfter(after); i < entries.length; i++) {
      BoardEntry entry = entries[i];
      if (!mayMatch(entry, query)) continue;
      if (states.size() == limit || lookedUp == LOOKED_UP_MAX) return new Leaf(states, last);
      last = entry.referral();
      lookedUp++;
      archive
          .apply(last)
          .filter(custody -> entry.lookedAt() || query.matches(of(custody)))
          .ifPresent(states::add);
    }
    return new Leaf(states, null);
  }

  CustodySummary summary(CustodyQuery query, Roster roster) {
    var tally = new Tally(age, roster, moment.wireName());
    for (BoardEntry entry : entries) if (entry.open() && query.matches(entry)) tally.add(entry);
    return tally.summary(List.of());
  }

  private BoardEntry of(Custody custody) {
    return BoardEntry.of(custody, age.known());
  }

  private static boolean mayMatch(BoardEntry entry, CustodyQuery query) {
    return entry.lookedAt() ? query.matches(entry) : query.states().isEmpty();
  }

  private int firstAfter(ReferralId after) {
    int from = 0;
    int to = entries.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ORDER.compare(entries[middle].referral().value(), after.value()) > 0) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
