package baton.escalation.custody;

import baton.custody.Custodian;
import baton.escalation.clockkeeper.Age;
import baton.roster.Roster;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headline. {@code unowned} stands last: it is an invariant, and anything but 0 is a defect.
 *
 * @param byGrade by risk grade; {@value #UNGRADED} where none was given yet
 * @param byForce {@value #UNKNOWN} where none is known yet
 * @param blind writers that are silent
 * @param by where it is about a moment: by which of an event's times it counts, recorded or
 *     happened
 */
public record CustodySummary(
    @JsonUnwrapped Counts counts,
    Map<String, Counts> byStage,
    Map<String, Counts> byGrade,
    Map<String, Counts> byForce,
    List<BlindView> blind,
    Instant asOf,
    Instant completeTo,
    double lagSeconds,
    @JsonInclude(JsonInclude.Include.NON_NULL) String by) {
  static final String UNGRADED = "UNGRADED";
  static final String UNKNOWN = "UNKNOWN";

  /**
   * Referrals, each counted at most once in each.
   *
   * @param custodianAbsent whose custodian is away, suspended or gone
   */
  public record Counts(
      long open,
      long waitingAcceptance,
      long withoutPerson,
      long custodianAbsent,
      long overdue,
      long dormant,
      long unowned) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          open + other.open,
          waitingAcceptance + other.waitingAcceptance,
          withoutPerson + other.withoutPerson,
          custodianAbsent + other.custodianAbsent,
          overdue + other.overdue,
          dormant + other.dormant,
          unowned + other.unowned);
    }
  }

  /** A silent writer; {@code watermark} is missing where it was never heard. */
  public record BlindView(String writer, Instant since, Instant watermark) {}

  /** Adds referrals up. */
  static final class Tally {
    private final Age age;
    private final Roster roster;
    private final String by;
    private Counts all = Counts.NONE;
    private final Map<String, Counts> byStage = new TreeMap<>();
    private final Map<String, Counts> byGrade = new TreeMap<>();
    private final Map<String, Counts> byForce = new TreeMap<>();

    /**
     * @param roster as it stood at the time that the summary is about
     * @param by which of an event's times counts
     */
    Tally(Age age, Roster roster, String by) {
      this.age = age;
      this.roster = roster;
      this.by = by;
    }

    void add(BoardEntry entry) {
      if (!entry.open()) return;
      Counts one = count(entry);
      all = all.plus(one);
      byStage.merge(text(entry.stage(), UNKNOWN), one, Counts::plus);
      byGrade.merge(text(entry.grade(), UNGRADED), one, Counts::plus);
      byForce.merge(text(entry.force(), UNKNOWN), one, Counts::plus);
    }

    CustodySummary summary(List<BlindView> blind) {
      return new CustodySummary(
          all,
          byStage,
          byGrade,
          byForce,
          blind,
          age.asOf(),
          age.completeTo(),
          age.lagSeconds(),
          by);
    }

    private static String text(Object value, String otherwise) {
      return value == null ? otherwise : value.toString();
    }

    private Counts count(BoardEntry entry) {
      return new Counts(
          1,
          one(entry, CustodyState.WAITING_ACCEPTANCE),
          one(entry, CustodyState.WITHOUT_PERSON),
          custodianAbsent(entry.holder()) ? 1 : 0,
          one(entry, CustodyState.OVERDUE),
          one(entry, CustodyState.DORMANT),
          one(entry, CustodyState.UNOWNED));
    }

    private static long one(BoardEntry entry, CustodyState state) {
      return entry.states().contains(state) ? 1 : 0;
    }

    private boolean custodianAbsent(Custodian custodian) {
      return custodian != null
          && custodian.person() != null
          && roster.missing(custodian.organisation(), custodian.person(), age.asOf());
    }
  }
}
