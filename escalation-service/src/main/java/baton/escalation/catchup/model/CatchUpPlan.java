package baton.escalation.catchup.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.escalation.CatchUpPlanAdopted;
import baton.contract.escalation.Milestone;
import baton.decision.Decision;
import baton.decision.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** By when imported cases are worked off. A later adoption takes the place of an earlier one. */
public record CatchUpPlan(CatchUpPlanAdopted adopted) {
  public static final CatchUpPlan NONE = new CatchUpPlan(null);

  public static CatchUpPlan evolve(CatchUpPlan current, CatchUpPlanAdopted event) {
    return new CatchUpPlan(event);
  }

  /**
   * @param now business time: a plan that lies behind allows nothing
   */
  public static Decision decide(AdoptCatchUpPlan command, CatchUpPlan state, Instant now) {
    if (!rising(command.milestones()))
      return refuse(
          Refusal.unprocessable(
              "milestones-not-in-order",
              "a plan has at least one milestone, and each is later than the one before it"));
    if (!command.milestones().getLast().by().isAfter(now))
      return refuse(
          Refusal.unprocessable(
              "plan-is-over", "the last milestone is past: a plan says what is still to be done"));
    var adopted =
        new CatchUpPlanAdopted(
            command.plan(),
            command.organisation(),
            command.team(),
            command.by(),
            command.milestones());
    return saysTheSame(state, adopted) ? nothingToDo() : accept(adopted);
  }

  private static boolean saysTheSame(CatchUpPlan state, CatchUpPlanAdopted adopted) {
    return state.adopted() != null
        && Objects.equals(state.adopted().team(), adopted.team())
        && state.adopted().milestones().equals(adopted.milestones());
  }

  private static boolean rising(List<Milestone> milestones) {
    for (int i = 1; i < milestones.size(); i++)
      if (!milestones.get(i).by().isAfter(milestones.get(i - 1).by())) return false;
    return !milestones.isEmpty();
  }
}
