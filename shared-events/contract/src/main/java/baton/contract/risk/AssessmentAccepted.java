package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The assessor took the referral over, through triage, development and dissemination. */
@JsonTypeName("baton.assessment-accepted.v1")
@JsonPropertyOrder({"referral", "number", "assessor", "organisation", "team"})
public record AssessmentAccepted(
    ReferralId referral, int number, PersonId assessor, OrganisationCode organisation, TeamId team)
    implements RiskEvent, MovesCustody {
  public AssessmentAccepted {
    requireNonNull(referral);
    requireNonNull(assessor);
    requireNonNull(organisation);
  }
}
