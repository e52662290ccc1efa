package baton.platform;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import baton.decision.Decision;

/** The one step between a decider and Axon, for every aggregate. */
public final class Recording {

  private Recording() {}

  /** Records what was accepted; hands the decision on, for {@link Commands} to answer by. */
  public static Decision of(Decision decision) {
    if (decision instanceof Decision.Accepted accepted) accepted.events().forEach(e -> apply(e));
    return decision;
  }
}
