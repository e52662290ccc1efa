package baton.local.stories;

import java.util.List;
import java.util.stream.Stream;

/** Every case of domain reference 2.4, in its order. */
public final class RealCases {
  public static final RealCase NORTH_YORKSHIRE =
      new RealCase(
          "North Yorkshire, 25 names: sent to the force, nothing done",
          "10 months",
          "FORCE_ACCEPTS",
          hands -> hands.one(hands.disseminated("12", "HIGH")));

  public static final RealCase ESSEX =
      new RealCase(
          "Essex, a teacher: the force had it, nobody was named",
          "10 months",
          "NAMED_OFFICER_ACCEPTS",
          hands -> hands.one(hands.accepted("42", "HIGH")));

  public static final RealCase MR_A =
      new RealCase(
          "Mr A: e-mailed to two inspectors as \"low\"; one retired, nobody had it",
          "over a year",
          "NAMED_OFFICER_ACCEPTS",
          hands -> hands.one(hands.offeredToTwo("44", "LOW")));

  public static final RealCase SEVENTEEN =
      new RealCase(
          "A 17-year-old with younger siblings, graded low wrongly",
          "18 months",
          "ENFORCEMENT_ACTION",
          hands -> hands.one(hands.graded("46", "LOW")));

  public static final RealCase SEVEN_YEAR_OLD_UNGRADED =
      new RealCase(
          "A suspect living with a 7-year-old: time until anyone graded it",
          "4 months",
          "GRADE",
          hands -> hands.one(hands.withOfficer("47", "MEDIUM")));

  public static final RealCase SEVEN_YEAR_OLD_UNALLOCATED =
      new RealCase(
          "The same: with a supervisor, no investigator named",
          "9 months",
          "NAMED_OFFICER_ACCEPTS",
          hands -> hands.one(hands.acceptedAndGraded("50", "MEDIUM")));

  public static final RealCase SISTER =
      new RealCase(
          "Very high risk, a 15-year-old sister at home: time to arrest",
          "11 weeks",
          "ENFORCEMENT_ACTION",
          hands -> hands.one(hands.graded("52", "VERY_HIGH")));

  /** More than 20 of a team for one cause: one alarm, not one for each. */
  public static final RealCase THIRTY_LOW =
      new RealCase(
          "31 suspects living with children, graded low by one person",
          "never timed",
          "ENFORCEMENT_ACTION",
          hands -> hands.many(31, () -> hands.graded("07", "LOW")));

  public static final RealCase HUNDRED_UNTOUCHED =
      new RealCase(
          "101 cases not followed up",
          "a year",
          "DORMANT",
          hands -> hands.many(101, () -> hands.acted("22", "MEDIUM")));

  private RealCases() {}

  /** Those of one referral each. */
  public static List<RealCase> single() {
    return List.of(
        NORTH_YORKSHIRE,
        ESSEX,
        MR_A,
        SEVENTEEN,
        SEVEN_YEAR_OLD_UNGRADED,
        SEVEN_YEAR_OLD_UNALLOCATED,
        SISTER);
  }

  /** All of them but the package that nobody opened, which is a story of its own. */
  public static List<RealCase> all() {
    return Stream.concat(single().stream(), Stream.of(THIRTY_LOW, HUNDRED_UNTOUCHED)).toList();
  }

  /** Code of the forces in which they happen: their rosters are needed. */
  public static List<String> forces() {
    return List.of("07", "12", "22", "42", "44", "46", "47", "50", "52");
  }
}
