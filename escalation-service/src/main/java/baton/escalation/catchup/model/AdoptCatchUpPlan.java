package baton.escalation.catchup.model;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.Milestone;
import baton.decision.Command;
import java.util.List;

/**
 * @param plan its name within the organisation, as the imported referrals have it
 * @param team whose it is, or null for the whole organisation
 */
public record AdoptCatchUpPlan(
    String plan,
    OrganisationCode organisation,
    TeamId team,
    PersonId by,
    List<Milestone> milestones)
    implements Command {
  public AdoptCatchUpPlan {
    requireNonNull(plan);
    requireNonNull(organisation);
    requireNonNull(by);
    milestones = List.copyOf(milestones);
  }

  @Override
  public String stream() {
    return stream(organisation, plan);
  }

  public static String stream(OrganisationCode organisation, String plan) {
    return "catch-up-" + organisation + "-" + plan;
  }
}
