package baton.risk.assessment.model;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.decision.Refusal;
import baton.risk.assessment.model.Assessment.AtForce;
import baton.risk.assessment.model.Assessment.Opened;
import baton.risk.assessment.model.AssessmentCommand.AcceptAssessment;
import baton.risk.assessment.model.AssessmentCommand.AcknowledgeUrgency;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.ByStaff;
import baton.risk.assessment.model.AssessmentCommand.DeclineAssessment;
import baton.risk.assessment.model.AssessmentCommand.OfferAssessment;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that a person's command has to pass. */
interface AssessmentPolicy {

  /** This project's choice: an answer that takes longer has to be asked for again. */
  Duration COMMS_DATA_MAX = Duration.ofDays(60);

  Optional<Refusal> refusal(Opened assessment, ByStaff command);

  /** An assessment is the NCA's, and after acceptance also the accepting force's. */
  AssessmentPolicy anotherOrganisationSeesNothing =
      (assessment, command) -> {
        boolean own =
            command.organisation().equals(OrganisationCode.NCA)
                || (assessment instanceof AtForce at && at.force().equals(command.organisation()));
        return own
            ? Optional.empty()
            : Optional.of(
                Refusal.notFound(
                    "assessment-not-found",
                    "There is no assessment of this referral that your organisation may see."));
      };

  /** Priority, force and assessor are settled once a force has it; the grade is not. */
  AssessmentPolicy theForceJudgesOnceItAccepted =
      (assessment, command) ->
          assessment instanceof AtForce at && !(command instanceof AssessRisk)
              ? Optional.of(
                  Refusal.conflict(
                      "force-has-accepted",
                      "Force "
                          + at.force()
                          + (at.dissemination() == 0
                              ? " brought this referral in itself"
                              : " accepted this referral (dissemination "
                                  + at.dissemination()
                                  + ")")
                          + ": from then on it judges, and the NCA's triage is over (design section"
                          + " 5). Its staff and the NCA's may still give a grade."))
              : Optional.empty();

  /** R11: a lower grade gives more time, so it takes a second person. */
  AssessmentPolicy loweringTakesAnotherPerson =
      (assessment, command) -> {
        if (!(command instanceof AssessRisk assess)) return Optional.empty();
        var counts = assessment.judgement().grading();
        if (counts == null || !lower(assess.grade(), counts.grade())) return Optional.empty();
        return counts.by().equals(assess.by())
            ? Optional.of(
                Refusal.conflict(
                    "second-person-needed",
                    "You gave the grade "
                        + counts.grade()
                        + " that counts; "
                        + assess.grade()
                        + " is lower and would give more time, so another person has to give it"
                        + " (R11)."))
            : Optional.empty();
      };

  /** A person says that he or she has seen it, of what there is to see. */
  AssessmentPolicy onlyWhatIsUrgentIsAcknowledged =
      (_, command) ->
          command instanceof AcknowledgeUrgency acknowledge && !acknowledge.urgent()
              ? Optional.of(
                  Refusal.conflict(
                      "not-urgent", "The sender of this referral gives no reason for urgency."))
              : Optional.empty();

  /** Nothing else lengthens development (design section 5), so this has an end that is near. */
  AssessmentPolicy commsDataComeWithinSixtyDays =
      (_, command) ->
          command instanceof RequestCommsData request
                  && (!request.until().isAfter(request.now())
                      || request.until().isAfter(request.now().plus(COMMS_DATA_MAX)))
              ? Optional.of(
                  Refusal.unprocessable(
                      "until-out-of-range",
                      "/until is when the answer is expected: later than now and at most "
                          + COMMS_DATA_MAX.toDays()
                          + " days ahead. Who needs longer says so again by then."))
              : Optional.empty();

  /** What is offered to nobody is lost (contracts, "Organisations"). */
  AssessmentPolicy onlyPeopleOfTheRosterAreOffered =
      (_, command) ->
          command instanceof OfferAssessment offer ? offer.to().refusal() : Optional.empty();

  /** Nobody becomes custodian, or refuses, by another's word (R2, R3). */
  AssessmentPolicy onlyThePersonOfferedAnswers =
      (assessment, command) -> {
        var by =
            switch (command) {
              case AcceptAssessment c -> c.by();
              case DeclineAssessment c -> c.by();
              default -> null;
            };
        if (by == null || assessment.offers().lastTo(by).isPresent()) return Optional.empty();
        return Optional.of(
            Refusal.forbidden(
                "not-offered-to-you",
                "This assessment was not offered to you, and only the person offered can accept or"
                    + " decline (R2). An allocator or supervisor of the NCA can offer it to you."));
      };

  static List<AssessmentPolicy> all() {
    return List.of(
        anotherOrganisationSeesNothing,
        theForceJudgesOnceItAccepted,
        EndingPolicies.whatIsConcludedStaysSo,
        EndingPolicies.whatIsHeldWaits,
        EndingPolicies.onlyWhatIsHeldIsReviewed,
        EndingPolicies.onlyWhoHasItProposesItsEnd,
        EndingPolicies.anEndTakesTwoPersons,
        EndingPolicies.aDuplicateRepeatsAnotherReferral,
        onlyWhatIsUrgentIsAcknowledged,
        commsDataComeWithinSixtyDays,
        onlyPeopleOfTheRosterAreOffered,
        onlyThePersonOfferedAnswers,
        loweringTakesAnotherPerson);
  }

  static Optional<Refusal> firstRefusal(Opened assessment, ByStaff command) {
    Stream<AssessmentPolicy> rules = all().stream();
    return rules.flatMap(rule -> rule.refusal(assessment, command).stream()).findFirst();
  }

  private static boolean lower(Grade grade, Grade than) {
    return grade.compareTo(than) < 0;
  }
}
