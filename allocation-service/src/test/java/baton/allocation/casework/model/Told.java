package baton.allocation.casework.model;

import baton.contract.allocation.AllocationEvent;
import baton.decision.Decision;
import baton.decision.Refusal;

/** A case of which these events are known. */
record Told(Case state) {
  static Told after(AllocationEvent... events) {
    return new Told(new Case.Unopened()).and(events);
  }

  Told and(AllocationEvent... events) {
    Case folded = state;
    for (AllocationEvent event : events) folded = Case.evolve(folded, event);
    return new Told(folded);
  }

  Decision decide(CaseCommand command) {
    return CaseDecider.decide(command, state);
  }

  Refusal refusal(CaseCommand command) {
    return ((Decision.Refused) decide(command)).refusal();
  }
}
