package baton.escalation.alarms.model;

import static baton.custody.Wording.local;
import static baton.custody.Wording.organisation;

import baton.contract.escalation.FindingKind;
import java.time.Instant;
import java.util.Locale;

/** One sentence that a sergeant understands: whose, how many, since when, and what resolves it. */
public final class AlarmSentence {
  private AlarmSentence() {}

  /**
   * @param referrals how many it stands for
   * @param since when the cause arose
   */
  public static String of(AlarmCause cause, int referrals, Instant since) {
    String whose = whose(cause);
    return switch (cause.kind()) {
      case CUSTODIAN_INACTIVE ->
          "%s of %s has %s, has done nothing since %s and no absence is recorded; an act of that person, a recorded absence, or somebody else having all of it resolves it."
              .formatted(
                  cause.person(),
                  organisation(cause.organisation()),
                  count(referrals),
                  local(since));
      case OVER_CAPACITY ->
          "%s has %s: more than its active members can carry, or more coming in over 14 days than it completes; more members, or fewer open referrals, resolves it."
              .formatted(capital(whose), count(referrals));
      case CATCH_UP_MISSED ->
          "%s still has %s of its catch-up plan open, more than the plan allows since %s; as many concluded as the plan says, or a new plan, resolves it."
              .formatted(capital(whose), count(referrals), local(since));
      case HAND_OFF_OVERDUE,
          CLOCK_EXPIRED,
          WITHOUT_PERSON,
          NO_CUSTODIAN,
          LOST_HAND_OFF,
          PARKED,
          LOG_DIVERGED,
          LOG_GAP,
          DORMANT,
          UPSTREAM_UNANSWERED,
          OPEN_LIST_DIFFERS,
          CUSTODIAN_GONE ->
          ofReferrals(cause, whose, referrals, since);
    };
  }

  private static String ofReferrals(AlarmCause cause, String whose, int referrals, Instant since) {
    if (cause.kind() == FindingKind.CLOCK_EXPIRED && cause.clock() == null)
      return "%s brought in by a catch-up plan are past a limit at %s, the oldest since %s; the plan says by when they are worked off, and that resolves it."
          .formatted(count(referrals), whose, local(since));
    return "%s of %s %s, the oldest since %s; it is resolved when at most %d of them are left."
        .formatted(
            count(referrals),
            whose,
            CauseWords.of(cause.kind(), cause.clock()),
            local(since),
            AlarmRule.LEFT_MAX);
  }

  private static String count(int referrals) {
    return referrals == 1
        ? "1 referral"
        : String.format(Locale.ENGLISH, "%,d referrals", referrals);
  }

  private static String whose(AlarmCause cause) {
    String organisation = organisation(cause.organisation());
    return cause.team() == null ? organisation : "team " + cause.team() + " of " + organisation;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
