package baton.journal.reader;

import baton.simulation.Actor;
import java.time.Duration;

/** Waiting is a call to the outside. */
final class SimulatedStop implements Stop {
  private final Actor actor;
  private boolean asked;

  SimulatedStop(Actor actor) {
    this.actor = actor;
  }

  @Override
  public void ask() {
    asked = true;
  }

  @Override
  public boolean asked() {
    return asked;
  }

  @Override
  public boolean asked(Duration within) {
    if (!asked) actor.call("rest");
    return asked;
  }
}
