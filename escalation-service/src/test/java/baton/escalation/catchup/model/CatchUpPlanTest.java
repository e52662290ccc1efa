package baton.escalation.catchup.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.CatchUpPlanAdopted;
import baton.contract.escalation.Milestone;
import baton.decision.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpPlanTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final OrganisationCode FORCE = new OrganisationCode("46");
  private static final TeamId TEAM = new TeamId("online");
  private static final PersonId BY = new PersonId("p-46-1");
  private static final Milestone HALF = new Milestone(NOW.plusSeconds(100), 50);
  private static final Milestone NONE = new Milestone(NOW.plusSeconds(200), 0);

  @Test
  void a_plan_is_adopted_once_and_another_takes_its_place() {
    var adopted = new CatchUpPlanAdopted("go-live", FORCE, TEAM, BY, List.of(HALF, NONE));

    assertThat(decide(CatchUpPlan.NONE, HALF, NONE)).isEqualTo(Decision.accept(adopted));
    var state = CatchUpPlan.evolve(CatchUpPlan.NONE, adopted);
    assertThat(decide(state, HALF, NONE)).isEqualTo(Decision.nothingToDo());
    assertThat(decide(state, NONE)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void milestones_follow_each_other_and_the_last_one_lies_ahead() {
    assertThat(refusal()).isEqualTo("milestones-not-in-order");
    assertThat(refusal(NONE, HALF)).isEqualTo("milestones-not-in-order");
    assertThat(refusal(new Milestone(NOW, 0))).isEqualTo("plan-is-over");
  }

  private static Decision decide(CatchUpPlan state, Milestone... milestones) {
    return CatchUpPlan.decide(
        new AdoptCatchUpPlan("go-live", FORCE, TEAM, BY, List.of(milestones)), state, NOW);
  }

  private static String refusal(Milestone... milestones) {
    return decide(CatchUpPlan.NONE, milestones) instanceof Decision.Refused refused
        ? refused.refusal().code()
        : "not refused";
  }
}
