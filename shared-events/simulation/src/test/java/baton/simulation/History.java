package baton.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One history: a world and what happens in it, from a seed or from a schedule.
 *
 * @param steps the schedule of faults; peace follows it
 * @param violation what was broken, or null
 */
record History(Setup setup, Bug bug, List<Step> steps, Violation violation) {
  private static final int STEPS_MIN = 150;
  private static final int STEPS_MORE = 900;

  static History of(long seed, Bug bug) {
    return Carrier.run(() -> chosen(seed, bug));
  }

  private static History chosen(long seed, Bug bug) {
    var chance = new Random(seed);
    Setup setup = Setup.of(chance);
    var chaos = new Chaos(chance);
    int length = STEPS_MIN + chance.nextInt(STEPS_MORE);
    var steps = new ArrayList<Step>();
    var world = new World(setup, bug);
    try {
      while (steps.size() < length) {
        Step next = chaos.next(world);
        steps.add(next);
        world.perform(next);
      }
      new Peace(world).restore();
      return new History(setup, bug, steps, null);
    } catch (Violation violation) {
      return new History(setup, bug, steps, violation);
    } finally {
      world.processes().killAll();
    }
  }

  /** The same world, another schedule. */
  History with(List<Step> others) {
    return with(others, new ArrayList<>());
  }

  /**
   * @param told gets a line for each step that was taken
   */
  History with(List<Step> others, List<String> told) {
    return Carrier.run(() -> repeated(others, told));
  }

  private History repeated(List<Step> others, List<String> told) {
    var world = new World(setup, bug);
    try {
      for (Step step : others) tell(world, step, told);
      told.add("(from here on nothing fails)");
      new Peace(world).restore();
      return new History(setup, bug, others, null);
    } catch (Violation broken) {
      return new History(setup, bug, others, broken);
    } finally {
      world.processes().killAll();
    }
  }

  private static void tell(World world, Step step, List<String> told) {
    var call = new Call(step.arg());
    String how = call.failsBefore() ? "  FAILS" : call.failsAfter() ? "  ANSWER LOST" : "";
    Actor actor = world.processes().actor(step.who());
    told.add(step.who() + (actor == null ? "" : ": " + actor.at()) + how);
    if (!world.perform(step)) told.removeLast();
  }
}
