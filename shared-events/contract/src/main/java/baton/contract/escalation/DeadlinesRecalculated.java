package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Somebody ordered that the deadlines that run are set anew by other timescales than those of their
 * start. Nothing else moves a deadline because a table changed (R8).
 *
 * @param organisation whose timescales
 * @param reason why; names no person
 */
@JsonTypeName("baton.deadlines-recalculated.v1")
@JsonPropertyOrder({"referral", "organisation", "version", "by", "reason"})
public record DeadlinesRecalculated(
    ReferralId referral, OrganisationCode organisation, String version, PersonId by, String reason)
    implements PolicyEvent {
  public DeadlinesRecalculated {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(version);
    requireNonNull(by);
    requireNonNull(reason);
  }
}
