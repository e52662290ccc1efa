package baton.risk.assessment.model;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.TeamId;
import baton.decision.Command;
import baton.decision.RosterEntry;
import java.time.Instant;
import java.util.List;

/** What somebody wants done to an assessment. Free text is null where none was given. */
public sealed interface AssessmentCommand extends Command {

  ReferralId referral();

  @Override
  default String stream() {
    return referral().toString();
  }

  /** A person asks, on behalf of an organisation. */
  sealed interface ByStaff extends AssessmentCommand
      permits OfferAssessment,
          AcceptAssessment,
          DeclineAssessment,
          SetPriority,
          DetermineForce,
          AssessRisk,
          RequestCommsData,
          AcknowledgeUrgency,
          EndingCommand {
    OrganisationCode organisation();
  }

  /** The referral was received. */
  record OpenAssessment(ReferralId referral, boolean urgent) implements AssessmentCommand {}

  /** An amendment gave a reason for urgency where there was none. */
  record TreatAsUrgent(ReferralId referral) implements AssessmentCommand {}

  /** An amendment said that there is something to act on. */
  record ResumeActionable(ReferralId referral) implements AssessmentCommand {}

  /** A force accepted the referral. */
  record NoteAcceptance(ReferralId referral, int number, OrganisationCode force)
      implements AssessmentCommand {}

  /**
   * Custody reverted from an assessor who is gone (R4).
   *
   * @param to who has it now, or null for a post
   */
  record NoteReversion(ReferralId referral, PersonId from, PersonId to)
      implements AssessmentCommand {}

  /** An offer was taken back: the person to whom it was made is gone (R4). */
  record NoteWithdrawal(ReferralId referral, int number) implements AssessmentCommand {}

  /**
   * An organisation brought the referral in itself.
   *
   * @param team the person's, or null
   * @param person who has it
   * @param grade that it had, or null
   */
  record NoteOrigin(
      ReferralId referral, OrganisationCode organisation, TeamId team, PersonId person, Grade grade)
      implements AssessmentCommand {}

  record OfferAssessment(ReferralId referral, OrganisationCode organisation, RosterEntry to)
      implements ByStaff {}

  /**
   * @param team the person's, or null
   */
  record AcceptAssessment(
      ReferralId referral, OrganisationCode organisation, PersonId by, TeamId team)
      implements ByStaff {}

  record DeclineAssessment(
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      DeclineReason reason,
      Sealed<FreeText> text)
      implements ByStaff {}

  record SetPriority(
      ReferralId referral, OrganisationCode organisation, Grade priority, Sealed<FreeText> text)
      implements ByStaff {}

  /**
   * @param namedBySender the force that the sender named, or null
   */
  record DetermineForce(
      ReferralId referral,
      OrganisationCode organisation,
      OrganisationCode namedBySender,
      OrganisationCode force,
      Sealed<FreeText> text)
      implements ByStaff {}

  /**
   * @param steps which of the tool's steps had answers
   */
  record AssessRisk(
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      Grade grade,
      String tool,
      String toolVersion,
      List<Integer> steps,
      Sealed<FreeText> text)
      implements ByStaff {
    Judgement.Grading grading() {
      return new Judgement.Grading(grade, by, tool, toolVersion, steps);
    }
  }

  /**
   * Communications data was asked for.
   *
   * @param until when the answer is expected
   * @param now when this is said
   */
  record RequestCommsData(
      ReferralId referral,
      OrganisationCode organisation,
      PersonId by,
      Instant until,
      Instant now,
      Sealed<FreeText> text)
      implements ByStaff {}

  /**
   * @param urgent as the sender said last
   */
  record AcknowledgeUrgency(
      ReferralId referral, OrganisationCode organisation, PersonId by, boolean urgent)
      implements ByStaff {}
}
