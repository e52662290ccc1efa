package baton.escalation.custody;

import baton.custody.Custodian;
import baton.custody.Custody;
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

  /** Adds referrals up, by state of the fold. */
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

    void add(Custody custody) {
      if (!custody.open()) return;
      Counts one = count(custody);
      all = all.plus(one);
      byStage.merge(text(custody.stage(), UNKNOWN), one, Counts::plus);
      Object grade = custody.grade() == null ? null : custody.grade().value();
      byGrade.merge(text(grade, UNGRADED), one, Counts::plus);
      byForce.merge(text(custody.force(), UNKNOWN), one, Counts::plus);
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

    private Counts count(Custody custody) {
      Instant known = age.known();
      return new Counts(
          1,
          custody.offers().waiting().isEmpty() ? 0 : 1,
          CustodyState.WITHOUT_PERSON.holds(custody, known) ? 1 : 0,
          custodianAbsent(custody.custodian()) ? 1 : 0,
          CustodyState.OVERDUE.holds(custody, known) ? 1 : 0,
          CustodyState.DORMANT.holds(custody, known) ? 1 : 0,
          CustodyState.UNOWNED.holds(custody, known) ? 1 : 0);
    }

    private boolean custodianAbsent(Custodian custodian) {
      return custodian != null
          && custodian.person() != null
          && roster.missing(custodian.organisation(), custodian.person(), age.asOf());
    }
  }
}
