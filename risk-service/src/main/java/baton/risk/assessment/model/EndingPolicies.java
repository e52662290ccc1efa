package baton.risk.assessment.model;

import baton.contract.risk.AssessmentEnd;
import baton.decision.Refusal;
import baton.risk.assessment.model.Assessment.Held;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.ByStaff;
import baton.risk.assessment.model.AssessmentCommand.DetermineForce;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import baton.risk.assessment.model.AssessmentCommand.SetPriority;
import baton.risk.assessment.model.EndingCommand.ConfirmEnd;
import baton.risk.assessment.model.EndingCommand.EndHold;
import baton.risk.assessment.model.EndingCommand.NamesOriginal;
import baton.risk.assessment.model.EndingCommand.Original;
import baton.risk.assessment.model.EndingCommand.ProposeEnd;
import baton.risk.assessment.model.EndingCommand.ReviewHold;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of a referral that goes no further than the NCA. */
final class EndingPolicies {

  /** What two persons concluded is concluded; a new fact is a new referral. */
  static final AssessmentPolicy whatIsConcludedStaysSo =
      (assessment, command) -> {
        Ending ending = assessment.judgement().ending();
        boolean repeated = command instanceof ConfirmEnd c && c.by().equals(ending.confirmedBy());
        return refusedIf(
            ending.ended() && !repeated,
            () ->
                Refusal.conflict(
                    "assessment-concluded",
                    "This referral ended at the NCA ("
                        + ending.settled().end()
                        + "), as "
                        + ending.settled().by()
                        + " proposed and "
                        + ending.confirmedBy()
                        + " confirmed. What is new about it has to be sent as a referral of its"
                        + " own."));
      };

  /**
   * What is held is judged again once its hold has ended. It can change hands meanwhile, for
   * somebody has to look at it again (R35), and it can be concluded.
   */
  static final AssessmentPolicy whatIsHeldWaits =
      (assessment, command) ->
          refusedIf(
              assessment.judgement().ending().held() && goesOn(command),
              () ->
                  Refusal.conflict(
                      "on-hold",
                      "This referral is held: nobody can act on it yet (R35). End the hold first:"
                          + " POST .../hold/end, by an assessor or supervisor of the NCA; an"
                          + " amendment that makes it actionable ends it by itself."));

  /** Only a hold that there is can be reviewed or ended. */
  static final AssessmentPolicy onlyWhatIsHeldIsReviewed =
      (assessment, command) ->
          refusedIf(
              (command instanceof ReviewHold || command instanceof EndHold)
                  && !assessment.judgement().ending().held(),
              () -> Refusal.conflict("not-on-hold", "This referral is not held."));

  /** Who has it answers for it (R1). */
  static final AssessmentPolicy onlyWhoHasItProposesItsEnd =
      (assessment, command) ->
          refusedIf(
              command instanceof ProposeEnd propose
                  && !(assessment instanceof Held held && held.assessor().equals(propose.by())),
              () ->
                  Refusal.forbidden(
                      "not-yours",
                      "Only the assessor who has this referral can propose its end, and that is"
                          + (assessment instanceof Held held
                              ? " " + held.assessor()
                              : " nobody yet: it is with the referrals desk")
                          + "."));

  /** No referral ends silently: what one proposes, another confirms. */
  static final AssessmentPolicy anEndTakesTwoPersons =
      (assessment, command) -> {
        var proposal = assessment.judgement().ending().proposal();
        return refusedIf(
            command instanceof ConfirmEnd confirm
                && proposal != null
                && proposal.by().equals(confirm.by()),
            () ->
                Refusal.conflict(
                    "second-person-needed",
                    "You proposed this end ("
                        + proposal.end()
                        + "); another person, a supervisor of the NCA, has to confirm it."));
      };

  /** What repeats nothing, or itself in the end, would be a referral that nobody works on. */
  static final AssessmentPolicy aDuplicateRepeatsAnotherReferral =
      (_, command) -> {
        if (!(command instanceof NamesOriginal named) || named.original() == null)
          return Optional.empty();
        Original original = named.original();
        if (original.referral().equals(command.referral()))
          return refused("duplicate-of-itself", original, "is this referral itself");
        if (!original.known())
          return refused(
              "duplicate-of-unknown", original, "is no referral whose receipt has been read here");
        return original.repeatsThis()
            ? refused(
                "duplicate-in-a-circle",
                original,
                "was itself concluded as a repeat of this one, so nobody would be left with either")
            : Optional.empty();
      };

  private EndingPolicies() {}

  private static boolean goesOn(ByStaff command) {
    return switch (command) {
      case SetPriority _, DetermineForce _, AssessRisk _, RequestCommsData _ -> true;
      case ProposeEnd c -> c.end() == AssessmentEnd.HELD;
      default -> false;
    };
  }

  private static Optional<Refusal> refused(String code, Original original, String why) {
    return Optional.of(
        Refusal.unprocessable(
            code, "/duplicateOf: " + original.referral() + " " + why + "; name another referral."));
  }

  private static Optional<Refusal> refusedIf(boolean broken, Supplier<Refusal> refusal) {
    return broken ? Optional.of(refusal.get()) : Optional.empty();
  }
}
