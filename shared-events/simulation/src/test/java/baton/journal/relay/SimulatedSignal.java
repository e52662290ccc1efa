package baton.journal.relay;

import baton.simulation.Actor;
import java.time.Duration;

/** Waiting is a call to the outside; whether it was woken is the schedule's choice. */
final class SimulatedSignal implements Signal {
  private final Actor actor;
  private boolean stopped;

  SimulatedSignal(Actor actor) {
    this.actor = actor;
  }

  @Override
  public void wake() {}

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void pause(Duration max) {
    if (!stopped) actor.call("rest");
  }

  @Override
  public boolean await(Duration max) {
    return !stopped && actor.call("wait for a commit").dice(2) == 1;
  }
}
