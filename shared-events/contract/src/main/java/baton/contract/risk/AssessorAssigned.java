package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The assessment was offered to an assessor. Custody stays where it is until he or she accepts
 * (R2).
 *
 * @param number counts the offers of this referral to assessors, from 1
 */
@JsonTypeName("baton.assessor-assigned.v1")
@JsonPropertyOrder({"referral", "number", "assessor", "team"})
public record AssessorAssigned(ReferralId referral, int number, PersonId assessor, TeamId team)
    implements RiskEvent {
  public AssessorAssigned {
    requireNonNull(referral);
    requireNonNull(assessor);
  }
}
