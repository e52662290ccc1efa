package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Nobody dealt with it in time and nobody says that he or she will: the next rung is told (R13).
 *
 * @param rung the one that is told now
 * @param person null where nobody is on duty there
 * @param post null where a person is told
 */
@JsonTypeName("baton.escalation-climbed.v1")
@JsonPropertyOrder({"referral", "escalation", "rung", "organisation", "person", "post"})
public record EscalationClimbed(
    ReferralId referral,
    EscalationId escalation,
    Rung rung,
    OrganisationCode organisation,
    PersonId person,
    String post)
    implements EscalationEvent {
  public EscalationClimbed {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(rung);
    requireNonNull(organisation);
  }
}
