package baton.allocation.casework.model;

import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.CaseCommand.ByStaff;
import baton.decision.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule that a person's command has to pass. */
interface CasePolicy {

  Optional<Refusal> refusal(Opened state, ByStaff command);

  /** In the order in which they are asked: nobody learns anything of what he or she may not see. */
  static List<CasePolicy> all() {
    return List.of(
        SightPolicies.anotherOrganisationSeesNothing,
        SightPolicies.onlyTheForceOfferedAnswers,
        CaseworkPolicies.aConcludedCaseIsClosed,
        HandOffPolicies.whatAForceAcceptedStaysThere,
        HandOffPolicies.onlyWhoHasItHandsItOn,
        HandOffPolicies.onlyTheTieBreakerDecides,
        HandOffPolicies.onlyWhoOfferedItTakesItBack,
        HandOffPolicies.nobodyOffersItToItself,
        HandOffPolicies.ownershipIsSettledByTheTieBreaker,
        HandOffPolicies.nobodyRedirectsToItself,
        OutsidePolicies.whoIsOnBatonAcceptsForItself,
        OutsidePolicies.noAcceptanceInTheFuture,
        OutsidePolicies.anOutsideAcceptanceTakesASecondPerson,
        CaseworkPolicies.onlyTheForceThatHasItWorksOnIt,
        CaseworkPolicies.whatIsOutsideBatonHasNoOfficerHere,
        HandOffPolicies.onlyPeopleOfTheRosterAreHandedIt,
        HandOffPolicies.theTeamIsTheForces,
        HandOffPolicies.onlyThePersonOfferedAnswers,
        CaseworkPolicies.onlyTheHolderActs,
        CaseworkPolicies.noActionInTheFuture,
        CaseworkPolicies.whatEndsAtTheNcaEndsThere,
        CaseworkPolicies.closingTakesAnotherPerson,
        OversightPolicies.onlyWhoHasItOverseesIt,
        OversightPolicies.nobodyReviewsTheirOwnCase,
        OversightPolicies.aReviewNamesWhoHasIt,
        OversightPolicies.theNextReviewIsWithin28Days,
        OversightPolicies.contentIsKeptUntilLater,
        OversightPolicies.aLocalReferenceNamesOneReferral);
  }

  static Optional<Refusal> firstRefusal(Opened state, ByStaff command) {
    return all().stream().flatMap(rule -> rule.refusal(state, command).stream()).findFirst();
  }

  static Optional<Refusal> when(boolean refused, Supplier<Refusal> refusal) {
    return refused ? Optional.of(refusal.get()) : Optional.empty();
  }
}
