package baton.escalation.custody;

import baton.custody.Custody;
import baton.escalation.clockkeeper.Age;
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
 */
public record CustodySummary(
    @JsonUnwrapped Counts counts,
    Map<String, Counts> byStage,
    Map<String, Counts> byGrade,
    Map<String, Counts> byForce,
    List<BlindView> blind,
    Instant asOf,
    Instant completeTo,
    double lagSeconds) {
  static final String UNGRADED = "UNGRADED";
  static final String UNKNOWN = "UNKNOWN";

  /** Referrals, each counted at most once in each. */
  public record Counts(
      long open,
      long waitingAcceptance,
      long withoutPerson,
      long overdue,
      long dormant,
      long unowned) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          open + other.open,
          waitingAcceptance + other.waitingAcceptance,
          withoutPerson + other.withoutPerson,
          overdue + other.overdue,
          dormant + other.dormant,
          unowned + other.unowned);
    }
  }

  /** A silent writer; {@code watermark} is missing where it was never heard. */
  public record BlindView(String writer, Instant since, Instant watermark) {}

  /** Adds referrals up, by state of the fold. */
  static final class Tally {
    private final Instant known;
    private Counts all = Counts.NONE;
    private final Map<String, Counts> byStage = new TreeMap<>();
    private final Map<String, Counts> byGrade = new TreeMap<>();
    private final Map<String, Counts> byForce = new TreeMap<>();

    Tally(Instant known) {
      this.known = known;
    }

    void add(Custody custody) {
      if (!custody.open()) return;
      Counts one = count(custody, known);
      all = all.plus(one);
      byStage.merge(text(custody.stage(), UNKNOWN), one, Counts::plus);
      Object grade = custody.grade() == null ? null : custody.grade().value();
      byGrade.merge(text(grade, UNGRADED), one, Counts::plus);
      byForce.merge(text(custody.force(), UNKNOWN), one, Counts::plus);
    }

    CustodySummary summary(Age age, List<BlindView> blind) {
      return new CustodySummary(
          all, byStage, byGrade, byForce, blind, age.asOf(), age.completeTo(), age.lagSeconds());
    }

    private static String text(Object value, String otherwise) {
      return value == null ? otherwise : value.toString();
    }
  }

  private static Counts count(Custody custody, Instant known) {
    return new Counts(
        1,
        custody.offers().waiting().isEmpty() ? 0 : 1,
        CustodyState.WITHOUT_PERSON.holds(custody, known) ? 1 : 0,
        CustodyState.OVERDUE.holds(custody, known) ? 1 : 0,
        CustodyState.DORMANT.holds(custody, known) ? 1 : 0,
        CustodyState.UNOWNED.holds(custody, known) ? 1 : 0);
  }
}
