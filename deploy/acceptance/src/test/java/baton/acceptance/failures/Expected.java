package baton.acceptance.failures;

import static baton.local.stories.RealCases.ESSEX;
import static baton.local.stories.RealCases.HUNDRED_UNTOUCHED;
import static baton.local.stories.RealCases.MR_A;
import static baton.local.stories.RealCases.NORTH_YORKSHIRE;
import static baton.local.stories.RealCases.SEVENTEEN;
import static baton.local.stories.RealCases.SEVEN_YEAR_OLD_UNALLOCATED;
import static baton.local.stories.RealCases.SEVEN_YEAR_OLD_UNGRADED;
import static baton.local.stories.RealCases.SISTER;
import static baton.local.stories.RealCases.THIRTY_LOW;

import baton.local.stories.RealCase;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the policy says of a case that is left (design section 5, default timescales).
 *
 * @param first the clocks that pass first, at one moment
 * @param after from when it was left
 * @param told who is told first: whoever has it
 * @param own when the clock passes that the story is about
 * @param sentence what is then said, from its first word to the first time in it
 */
record Expected(
    RealCase of, Set<String> first, Duration after, String told, Duration own, String sentence) {
  private static final Duration MONTHLY = Duration.ofDays(28);
  private static final Set<String> MONTHLY_CLOCKS =
      Set.of("SUPERVISOR_REVIEW", "UPSTREAM_PROGRESS");

  static final List<Expected> ALL =
      List.of(
          alone(
              NORTH_YORKSHIRE,
              Duration.ofHours(4),
              "nca p-nca-20",
              "North Yorkshire (12) has not accepted referral"),
          new Expected(
              ESSEX,
              Set.of("GRADE", "NAMED_OFFICER_ACCEPTS"),
              Duration.ofHours(24),
              "42 p-42-1",
              Duration.ofHours(24),
              "No officer has accepted or been offered referral"),
          alone(
              MR_A,
              Duration.ofDays(5),
              "44 p-44-1",
              "Officer p-44-12 of Hampshire (44) has not accepted referral"),
          new Expected(
              SEVENTEEN,
              MONTHLY_CLOCKS,
              MONTHLY,
              "46 p-46-11",
              Duration.ofDays(30),
              "No enforcement action on referral"),
          alone(SEVEN_YEAR_OLD_UNGRADED, Duration.ofHours(24), "47 p-47-11", "Referral"),
          alone(
              SEVEN_YEAR_OLD_UNALLOCATED,
              Duration.ofDays(3),
              "50 p-50-1",
              "No officer has accepted or been offered referral"),
          alone(SISTER, Duration.ofHours(24), "52 p-52-11", "No enforcement action on referral"),
          new Expected(
              THIRTY_LOW,
              MONTHLY_CLOCKS,
              MONTHLY,
              "07 p-07-11",
              Duration.ofDays(30),
              "No enforcement action on referral"),
          new Expected(
              HUNDRED_UNTOUCHED,
              MONTHLY_CLOCKS,
              MONTHLY,
              "22 p-22-11",
              Duration.ofDays(30),
              "Nobody has worked on referral"));

  /** The story's own clock is the first to pass. */
  private static Expected alone(RealCase of, Duration after, String told, String sentence) {
    return new Expected(of, Set.of(of.clock()), after, told, after, sentence);
  }
}
