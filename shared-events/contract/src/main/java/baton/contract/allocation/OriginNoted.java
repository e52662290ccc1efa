package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.risk.RiskEvent;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Allocation or risk has read that an organisation brought the referral in itself: the case and the
 * assessment stand there, with whom it was brought in. Custody moved with {@code
 * ReferralOriginated} already.
 *
 * @param person who has it
 * @param grade the risk grade that it came with, where risk notes one; else null
 */
@JsonTypeName("baton.origin-noted.v1")
@JsonPropertyOrder({"referral", "organisation", "team", "person", "grade"})
public record OriginNoted(
    ReferralId referral, OrganisationCode organisation, TeamId team, PersonId person, Grade grade)
    implements AllocationEvent, RiskEvent {
  public OriginNoted {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(person);
  }

  /** As allocation notes it, which grades nothing. */
  public OriginNoted(
      ReferralId referral, OrganisationCode organisation, TeamId team, PersonId person) {
    this(referral, organisation, team, person, null);
  }
}
