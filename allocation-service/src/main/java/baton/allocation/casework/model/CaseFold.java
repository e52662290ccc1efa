package baton.allocation.casework.model;

import baton.allocation.casework.model.Background.ForceSystem;
import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.AtTieBreaker;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.contract.DeclineReason;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.AllocationDeclined;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseAllocated;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.DisseminationDeclined;
import baton.contract.allocation.DisseminationRedirected;
import baton.contract.allocation.ForceNoted;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.OriginNoted;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.allocation.OutsideAcceptanceConfirmed;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.allocation.TieBreakerAppointed;
import baton.decision.NumberedOffers;
import baton.decision.NumberedOffers.State;
import baton.roster.Cover;

/** A case after one more of its events. */
final class CaseFold {
  private CaseFold() {}

  static Case evolve(Case current, AllocationEvent event) {
    if (event instanceof CaseOpened) return new AtNca(Journey.NONE, Background.NONE, null);
    if (current instanceof Opened open) return next(open, event);
    throw new IllegalStateException("the stream goes on before its case is opened");
  }

  private static Case next(Opened at, AllocationEvent event) {
    Journey journey = at.journey();
    Background background = at.background();
    return switch (event) {
      case CaseOpened _ -> throw impossible(event);
      case ForceNoted e -> at.with(journey.noting(e.force()));
      case CaseDisseminated e -> disseminated(at, e);
      case DisseminationDeclined e -> declined(at, e);
      case DisseminationRedirected e ->
          at.with(
              journey
                  .closed(e.number(), State.DECLINED)
                  .with(journey.ownership().denied(e.force(), e.to())));
      case HandOffWithdrawn e ->
          switch (e.handOff()) {
            // Which offers assessors have is risk-service's to say.
            case ASSESSOR -> at;
            case FORCE -> at.with(journey.closed(e.number(), State.WITHDRAWN));
            case OFFICER -> answered(held(at, event), e.number(), State.WITHDRAWN);
          };
      case OutsideAcceptanceProposed e -> at.with(journey.with(Journey.Outside.of(e)));
      case DisseminationAccepted e ->
          taken(at, e.number(), Cover.person(e.force(), e.team(), e.person()));
      case OutsideAcceptanceConfirmed e ->
          taken(at, e.number(), Cover.post(e.organisation(), AtForce.OUTSIDE));
      case OriginNoted e ->
          atForce(at, journey, Cover.person(e.organisation(), e.team(), e.person()));
      // Until the tie-breaker has decided nobody else is asked for it.
      case TieBreakerAppointed e ->
          new AtTieBreaker(
              journey.lapsed(),
              background,
              new Cover(e.organisation(), null, e.person(), e.post()),
              before(at));
      case CustodyReverted e ->
          reverted(at, new Cover(e.organisation(), e.team(), e.person(), e.post()), event);
      case CaseAllocated e -> {
        AtForce held = held(at, event);
        yield held.withAllocations(held.allocations().offered(e.number(), e.officer()));
      }
      case AllocationAccepted e ->
          answered(held(at, event), e.number(), State.ACCEPTED)
              .heldBy(Cover.person(e.force(), e.team(), e.officer()));
      case AllocationDeclined e -> answered(held(at, event), e.number(), State.DECLINED);
      case ActionRecorded e -> {
        AtForce held = held(at, event);
        yield held.withCasework(held.casework().with(Casework.Deed.of(e)));
      }
      case OutcomeProposed e -> {
        AtForce held = held(at, event);
        var proposal = new Casework.Proposal(e.outcome(), e.by());
        yield held.withCasework(held.casework().withProposal(proposal));
      }
      case CaseConcluded e -> new Concluded(held(at, event), e.outcome(), e.confirmedBy());
      case CaseReopened e -> reopened(at, e);
      case LocalReferenceRecorded e -> at.with(background.with(e));
      case ContentSecured e -> at.with(background.with(e));
      case SupervisorReviewed e -> at.with(background.with(e));
      case OpenListDiffered e ->
          at.with(background.with(new ForceSystem(e.force(), e.system()), e.difference()));
      case OpenListAgreed e ->
          at.with(background.with(new ForceSystem(e.force(), e.system()), null));
    };
  }

  /** A tie-breaker decides by sending it to a force. */
  private static Opened disseminated(Opened at, CaseDisseminated e) {
    Journey offered = at.journey().offered(e.number(), e.from(), e.force());
    return at.with(
        at instanceof AtTieBreaker ? offered.with(offered.ownership().decided()) : offered);
  }

  private static Opened declined(Opened at, DisseminationDeclined e) {
    Journey closed = at.journey().closed(e.number(), State.DECLINED);
    if (e.reason() != DeclineReason.NOT_OURS) return at.with(closed);
    OrganisationCode whose = e.redirectTo() == null ? closed.sender(e.number()) : e.redirectTo();
    return at.with(closed.with(closed.ownership().denied(e.force(), whose)));
  }

  private static AtForce taken(Opened at, int number, Cover by) {
    return atForce(at, at.journey().accepted(number), by);
  }

  /** What another force did stays with the case; its offers to its own officers do not. */
  private static AtForce atForce(Opened at, Journey journey, Cover by) {
    AtForce before = before(at);
    return before == null
        ? new AtForce(journey, at.background(), by, by, NumberedOffers.none(), Casework.NONE)
        : new AtForce(
            journey,
            at.background(),
            by,
            by,
            lapsed(before.allocations()),
            before.casework().withProposal(null));
  }

  private static AtForce before(Opened at) {
    return switch (at) {
      case AtNca _ -> null;
      case AtTieBreaker c -> c.before();
      case AtForce c -> c;
      case Concluded _ ->
          throw new IllegalStateException("the stream goes on after the case was concluded");
    };
  }

  private static NumberedOffers<PersonId> lapsed(NumberedOffers<PersonId> allocations) {
    return allocations
        .open()
        .map(offer -> allocations.closed(offer.number(), State.REPLACED))
        .orElse(allocations);
  }

  private static Opened reverted(Opened at, Cover to, AllocationEvent event) {
    return switch (at) {
      case AtNca c -> new AtNca(c.journey(), c.background(), to);
      case AtTieBreaker c -> new AtTieBreaker(c.journey(), c.background(), to, c.before());
      case AtForce c -> c.heldBy(to);
      case Concluded _ -> throw impossible(event);
    };
  }

  private static AtForce reopened(Opened at, CaseReopened e) {
    if (!(at instanceof Concluded closed)) throw impossible(e);
    return closed.last().heldBy(new Cover(e.organisation(), e.team(), e.person(), e.post()));
  }

  private static AtForce answered(AtForce at, int number, State state) {
    return at.withAllocations(at.allocations().closed(number, state));
  }

  private static AtForce held(Opened at, AllocationEvent event) {
    if (at instanceof AtForce held) return held;
    throw impossible(event);
  }

  private static IllegalStateException impossible(AllocationEvent event) {
    return new IllegalStateException(
        "the stream holds " + event.getClass().getSimpleName() + " where it cannot follow");
  }
}
