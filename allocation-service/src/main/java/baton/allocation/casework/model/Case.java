package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutcomeProposed;
import baton.decision.NumberedOffers;
import baton.decision.NumberedOffers.State;

/**
 * One referral on its way to a force and an officer.
 *
 * <pre>
 * Unopened -> AtNca (offered to one force at a time) -> AtForce (offered to one officer at a time) -> Concluded
 * </pre>
 */
public sealed interface Case {

  /** Its receipt has not been read. */
  record Unopened() implements Case {}

  /** Open or concluded. */
  sealed interface Opened extends Case {
    /** The force that the referral is for, as far as anybody determined one; or null. */
    OrganisationCode noted();

    NumberedOffers<OrganisationCode> disseminations();
  }

  /** The NCA's still, offered to a force or not. */
  record AtNca(OrganisationCode noted, NumberedOffers<OrganisationCode> disseminations)
      implements Opened {}

  /**
   * A force has it.
   *
   * @param accepted who accepted for the force
   * @param holder who has it now: the same, or the officer who accepted last
   * @param allocations to its officers
   */
  record AtForce(
      OrganisationCode noted,
      NumberedOffers<OrganisationCode> disseminations,
      Holder accepted,
      Holder holder,
      NumberedOffers<PersonId> allocations,
      Casework casework)
      implements Opened {

    AtForce heldBy(Holder next) {
      // What the last holder proposed goes with him or her: the next one judges afresh.
      return new AtForce(
          noted, disseminations, accepted, next, allocations, casework.withProposal(null));
    }

    AtForce withAllocations(NumberedOffers<PersonId> changed) {
      return new AtForce(noted, disseminations, accepted, holder, changed, casework);
    }

    AtForce withCasework(Casework changed) {
      return new AtForce(noted, disseminations, accepted, holder, allocations, changed);
    }
  }

  /** Closed with an outcome. */
  record Concluded(
      OrganisationCode noted,
      NumberedOffers<OrganisationCode> disseminations,
      OrganisationCode force,
      Outcome outcome,
      PersonId confirmedBy)
      implements Opened {}

  /** A named person at a force, and the team in which he or she has it; the team may be null. */
  record Holder(OrganisationCode force, TeamId team, PersonId person) {}

  static Case evolve(Case current, AllocationEvent event) {
    if (event instanceof CaseOpened) return new AtNca(null, NumberedOffers.none());
    return switch (current) {
      case Unopened _ ->
          throw new IllegalStateException("the stream goes on before its case is opened");
      case Opened open when event instanceof ForceNoted e -> noting(open, e.force());
      case AtNca at -> atNca(at, event);
      case AtForce at -> atForce(at, event);
      case Concluded _ -> throw impossible(event);
    };
  }

  private static Case atNca(AtNca at, AllocationEvent event) {
    return switch (event) {
      case CaseDisseminated e ->
          new AtNca(at.noted(), at.disseminations().offered(e.number(), e.force()));
      case DisseminationDeclined e -> closing(at, e.number(), State.DECLINED);
      case HandOffWithdrawn e -> closing(at, e.number(), State.WITHDRAWN);
      case DisseminationAccepted e -> {
        var accepted = new Holder(e.force(), e.team(), e.person());
        yield new AtForce(
            at.noted(),
            at.disseminations().closed(e.number(), State.ACCEPTED),
            accepted,
            accepted,
            NumberedOffers.none(),
            Casework.NONE);
      }
      default -> throw impossible(event);
    };
  }

  private static Case atForce(AtForce at, AllocationEvent event) {
    return switch (event) {
      case CaseAllocated e -> at.withAllocations(at.allocations().offered(e.number(), e.officer()));
      case AllocationAccepted e ->
          at.withAllocations(at.allocations().closed(e.number(), State.ACCEPTED))
              .heldBy(new Holder(e.force(), e.team(), e.officer()));
      case AllocationDeclined e ->
          at.withAllocations(at.allocations().closed(e.number(), State.DECLINED));
      case ActionRecorded e -> at.withCasework(at.casework().with(Casework.Deed.of(e)));
      case OutcomeProposed e ->
          at.withCasework(at.casework().withProposal(new Casework.Proposal(e.outcome(), e.by())));
      case CaseConcluded e ->
          new Concluded(
              at.noted(), at.disseminations(), at.holder().force(), e.outcome(), e.confirmedBy());
      default -> throw impossible(event);
    };
  }

  private static AtNca closing(AtNca at, int number, State state) {
    return new AtNca(at.noted(), at.disseminations().closed(number, state));
  }

  private static Opened noting(Opened open, OrganisationCode force) {
    return switch (open) {
      case AtNca c -> new AtNca(force, c.disseminations());
      case AtForce c ->
          new AtForce(
              force, c.disseminations(), c.accepted(), c.holder(), c.allocations(), c.casework());
      case Concluded c ->
          new Concluded(force, c.disseminations(), c.force(), c.outcome(), c.confirmedBy());
    };
  }

  private static IllegalStateException impossible(AllocationEvent event) {
    return new IllegalStateException(
        "the stream holds " + event.getClass().getSimpleName() + " where it cannot follow");
  }
}
