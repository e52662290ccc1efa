package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** By when an organisation that brought in its open cases will have worked them off. */
@JsonTypeName("baton.catch-up-plan-adopted.v1")
@JsonPropertyOrder({"plan", "organisation", "team", "by", "milestones"})
public record CatchUpPlanAdopted(
    String plan,
    OrganisationCode organisation,
    TeamId team,
    PersonId by,
    List<Milestone> milestones)
    implements AdoptionEvent {
  public CatchUpPlanAdopted {
    requireNonNull(plan);
    requireNonNull(organisation);
    requireNonNull(by);
    requireNonNull(milestones);
    milestones = List.copyOf(milestones);
  }
}
