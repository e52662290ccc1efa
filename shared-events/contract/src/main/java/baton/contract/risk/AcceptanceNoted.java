package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The NCA has read that a force accepted: its own part is over.
 *
 * @param number of the dissemination
 */
@JsonTypeName("baton.acceptance-noted.v1")
@JsonPropertyOrder({"referral", "number", "force"})
public record AcceptanceNoted(ReferralId referral, int number, OrganisationCode force)
    implements RiskEvent {
  public AcceptanceNoted {
    requireNonNull(referral);
    requireNonNull(force);
  }
}
