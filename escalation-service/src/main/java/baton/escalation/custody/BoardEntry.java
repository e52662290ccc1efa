package baton.escalation.custody;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of one referral, what questions about many of them look at.
 *
 * @param lookedAt false where nothing is known but that it was concluded: ask the archive
 * @param stage null where only other things than its receipt are known
 * @param holder who has it; it does not say since when
 * @param states those that hold
 */
record BoardEntry(
    ReferralId referral,
    boolean lookedAt,
    Stage stage,
    OrganisationCode force,
    Grade grade,
    Custodian holder,
    Set<CustodyState> states) {
  /** Of the heap, one with its id in it; what it shares with others is not counted. */
  static final long BYTES = 112;

  static BoardEntry concluded(ReferralId referral) {
    return new BoardEntry(referral, false, null, null, null, null, Set.of());
  }

  /**
   * @param known up to here limits are judged
   */
  static BoardEntry of(Custody custody, Instant known) {
    var states = EnumSet.noneOf(CustodyState.class);
    for (CustodyState each : CustodyState.values())
      if (each.holds(custody, known)) states.add(each);
    return new BoardEntry(
        custody.referral(),
        true,
        custody.stage(),
        custody.force(),
        custody.grade() == null ? null : custody.grade().value(),
        holder(custody.custodian()),
        states);
  }

  private static Custodian holder(Custodian custodian) {
    return custodian == null
        ? null
        : new Custodian(
            custodian.organisation(),
            custodian.team(),
            custodian.person(),
            custodian.post(),
            Instant.EPOCH);
  }

  boolean open() {
    return states.contains(CustodyState.OPEN);
  }

  /** What many have in common stands in memory once. */
  static final class Pool {
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    BoardEntry share(BoardEntry entry) {
      return new BoardEntry(
          entry.referral,
          entry.lookedAt,
          entry.stage,
          one(entry.force),
          entry.grade,
          one(entry.holder),
          one(Set.copyOf(entry.states)));
    }

    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
      if (value == null) return null;
      Object before = known.putIfAbsent(value, value);
      return before == null ? value : (T) before;
    }
  }
}
