package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.Outcome;
import baton.decision.NumberedOffers;
import baton.roster.Cover;

/**
 * One referral on its way to a force and an officer.
 *
 * <pre>
 * Unopened -> AtNca (offered to one force at a time) -> AtForce (offered to one officer at a time) -> Concluded
 *                |        ^                              |     ^    |                                     |
 *                v        | (decided and accepted) ------+-----+    +- accepted by another force: AtForce |
 *             AtTieBreaker                                      <------------- reopened ------------------+
 * </pre>
 */
public sealed interface Case {

  /** Its receipt has not been read. */
  record Unopened() implements Case {}

  /** Open or concluded. */
  sealed interface Opened extends Case {
    Journey journey();

    Background background();

    Opened with(Journey changed);

    Opened with(Background changed);

    default NumberedOffers<OrganisationCode> disseminations() {
      return journey().disseminations();
    }
  }

  /** Open. */
  sealed interface Open extends Opened {
    /** Who has it, as far as allocation's own events say; null for the NCA's assessor or desk. */
    Cover holder();

    /** Whose people decide what becomes of it. */
    OrganisationCode keeper();
  }

  /**
   * The NCA's still, offered to a force or not.
   *
   * @param holder to whom custody reverted here last, or null; an assessor may have it since
   */
  record AtNca(Journey journey, Background background, Cover holder) implements Open {
    @Override
    public OrganisationCode keeper() {
      return OrganisationCode.NCA;
    }

    @Override
    public AtNca with(Journey changed) {
      return new AtNca(changed, background, holder);
    }

    @Override
    public AtNca with(Background changed) {
      return new AtNca(journey, changed, holder);
    }
  }

  /**
   * Nobody wants it: who was named for the two that refused has it and must decide (R3).
   *
   * @param before as a force had it, or null where none did
   */
  record AtTieBreaker(Journey journey, Background background, Cover holder, AtForce before)
      implements Open {
    @Override
    public OrganisationCode keeper() {
      return holder.organisation();
    }

    @Override
    public AtTieBreaker with(Journey changed) {
      return new AtTieBreaker(changed, background, holder, before);
    }

    @Override
    public AtTieBreaker with(Background changed) {
      return new AtTieBreaker(journey, changed, holder, before);
    }
  }

  /**
   * A force has it.
   *
   * @param accepted who accepted for the force, or brought it in
   * @param holder who has it now: the same, the officer who accepted last, or who has it in their
   *     place
   * @param allocations to its officers
   */
  record AtForce(
      Journey journey,
      Background background,
      Cover accepted,
      Cover holder,
      NumberedOffers<PersonId> allocations,
      Casework casework)
      implements Open {
    /** Has it at an organisation that is not on Baton; who sent it there acts for it. */
    public static final String OUTSIDE = "not-on-baton";

    @Override
    public OrganisationCode keeper() {
      return isOutside() ? journey.lastAcceptedFrom() : holder.organisation();
    }

    public boolean isOutside() {
      return OUTSIDE.equals(holder.post());
    }

    /** The organisation that has it. */
    OrganisationCode force() {
      return holder.organisation();
    }

    AtForce heldBy(Cover next) {
      // What the last holder proposed goes with him or her: the next one judges afresh.
      return new AtForce(
          journey, background, accepted, next, allocations, casework.withProposal(null));
    }

    AtForce withAllocations(NumberedOffers<PersonId> changed) {
      return new AtForce(journey, background, accepted, holder, changed, casework);
    }

    AtForce withCasework(Casework changed) {
      return new AtForce(journey, background, accepted, holder, allocations, changed);
    }

    @Override
    public AtForce with(Journey changed) {
      return new AtForce(changed, background, accepted, holder, allocations, casework);
    }

    @Override
    public AtForce with(Background changed) {
      return new AtForce(journey, changed, accepted, holder, allocations, casework);
    }
  }

  /**
   * Closed with an outcome.
   *
   * @param last how it stood
   */
  record Concluded(AtForce last, Outcome outcome, PersonId confirmedBy) implements Opened {
    @Override
    public Journey journey() {
      return last.journey();
    }

    @Override
    public Background background() {
      return last.background();
    }

    @Override
    public Concluded with(Journey changed) {
      return new Concluded(last.with(changed), outcome, confirmedBy);
    }

    @Override
    public Concluded with(Background changed) {
      return new Concluded(last.with(changed), outcome, confirmedBy);
    }
  }

  static Case evolve(Case current, AllocationEvent event) {
    return CaseFold.evolve(current, event);
  }
}
