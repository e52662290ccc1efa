package baton.intake.receipt.model;

import static java.util.Objects.requireNonNull;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.intake.ReferralOriginated;
import java.time.Instant;

/**
 * Where a referral comes from that an organisation brings in itself: who of its people has it.
 *
 * @param team the person's, or null
 * @param receivedAt when the organisation really received it, or null for now
 * @param grade that it had given, or null
 * @param system its own that knows the case, or null
 * @param localReference the case's reference there, or null
 * @param plan the catch-up plan that it comes in under, or null
 */
public record Origin(
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    Instant receivedAt,
    Grade grade,
    String system,
    String localReference,
    String plan) {
  public Origin {
    requireNonNull(organisation);
    requireNonNull(person);
  }

  /** Its own find, just now. */
  static Origin own(OrganisationCode organisation, TeamId team, PersonId person) {
    return new Origin(organisation, team, person, null, null, null, null, null);
  }

  ReferralOriginated of(ReferralId referral) {
    return new ReferralOriginated(
        referral, organisation, team, person, receivedAt, grade, system, localReference, plan);
  }
}
