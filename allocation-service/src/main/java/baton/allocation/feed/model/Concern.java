package baton.allocation.feed.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import baton.contract.feed.Feeds;
import baton.custody.Custody;
import baton.custody.Offer;
import java.util.Set;
import java.util.TreeSet;

/** Whom a referral concerns as it stands: the force that has it, and the one that is offered it. */
final class Concern {
  private final OrganisationCode holder;
  private final OrganisationCode offered;

  private Concern(OrganisationCode holder, OrganisationCode offered) {
    this.holder = holder;
    this.offered = offered;
  }

  static Concern in(Custody custody) {
    Offer offer = custody.offers().waiting(HandOff.FORCE);
    return new Concern(
        custody.custodian() == null ? null : custody.custodian().organisation(),
        offer == null ? null : offer.organisation());
  }

  /** Null where nobody has it. */
  OrganisationCode holder() {
    return holder;
  }

  /** Those with a feed, in order. */
  Set<OrganisationCode> forces() {
    var forces = new TreeSet<OrganisationCode>();
    if (Feeds.has(holder)) forces.add(holder);
    if (Feeds.has(offered)) forces.add(offered);
    return forces;
  }

  boolean holds(OrganisationCode force) {
    return force.equals(holder);
  }

  boolean includes(OrganisationCode force) {
    return holds(force) || force.equals(offered);
  }

  /** Who offered it and who is offered it both see by when it is to be answered. */
  boolean sees(ClockName clock, OrganisationCode force) {
    return switch (clock) {
      case FORCE_ACCEPTS -> includes(force);
      case NAMED_OFFICER_ACCEPTS,
          GRADE,
          ENFORCEMENT_ACTION,
          URGENT_ACKNOWLEDGED,
          SUPERVISOR_REVIEW,
          DORMANT,
          UPSTREAM_ANSWER,
          UPSTREAM_PROGRESS,
          CONTENT_LAPSES_IN_120_DAYS,
          CONTENT_LAPSES_IN_60_DAYS,
          CONTENT_LAPSES_IN_14_DAYS,
          OWNERSHIP_DISPUTE ->
          holds(force);
      // The NCA's, and those between services.
      case ASSESSOR_NAMED,
          TRIAGE,
          DEVELOP,
          DISSEMINATE,
          HELD_REVIEW,
          TIE_BREAK,
          ASSESSMENT_OPENED,
          CASE_OPENED,
          FORCE_NOTED,
          ACCEPTANCE_NOTED ->
          false;
    };
  }
}
