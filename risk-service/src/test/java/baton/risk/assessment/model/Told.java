package baton.risk.assessment.model;

import baton.contract.risk.RiskEvent;
import baton.decision.Decision;
import baton.decision.Refusal;
import java.util.List;

/** An assessment of which these events have told, asked for a decision. */
record Told(Assessment state) {
  static Told after(RiskEvent... events) {
    Assessment state = new Assessment.Unopened();
    for (RiskEvent event : List.of(events)) state = Assessment.evolve(state, event);
    return new Told(state);
  }

  Decision decide(AssessmentCommand command) {
    return AssessmentDecider.decide(command, state);
  }

  Refusal refusal(AssessmentCommand command) {
    return ((Decision.Refused) decide(command)).refusal();
  }
}
