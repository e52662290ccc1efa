package baton.escalation.ladder;

import baton.platform.policy.PolicyShelf;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;

/** The ladders of the policy book. */
@ApplicationScoped
class AdoptedLadders implements LadderPolicies {
  private final PolicyShelf policies;

  AdoptedLadders(PolicyShelf policies) {
    this.policies = policies;
  }

  @Override
  public Ladders in(Connection transaction) {
    return policies.book(transaction)::ladder;
  }
}
