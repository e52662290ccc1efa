package baton.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chooses what happens next. How wild it is, is part of the history's chance. */
final class Chaos {
  private final Random chance;
  private final int failing;
  private final int faults;
  private final int busy;

  /** Who is stopped for a while (SIGSTOP, a long pause), and for how many steps more. */
  private final Map<String, Integer> asleep = new HashMap<>();

  private String running;
  private int burst;

  Chaos(Random chance) {
    this.chance = chance;
    this.failing = new int[] {0, 200, 60, 25}[chance.nextInt(4)];
    this.faults = new int[] {400, 120, 50}[chance.nextInt(3)];
    this.busy = 15 + chance.nextInt(60);
  }

  Step next(World world) {
    if (chance.nextInt(faults) == 0) return fault(world);
    if (chance.nextInt(busy) == 0) return new Step("post " + any(world).source(), dice());
    if (chance.nextInt(60) == 0) return new Step("time", dice());
    if (chance.nextInt(10) == 0 && world.log().hasLate()) return new Step("late", dice());
    return new Step(actor(world), failing > 0 && chance.nextInt(failing) == 0 ? fails() : dice());
  }

  private String actor(World world) {
    List<String> alive = world.processes().alive().stream().map(Actor::name).toList();
    asleep.replaceAll((who, left) -> left - 1);
    asleep.values().removeIf(left -> left <= 0);
    if (alive.isEmpty()) return "nobody";
    if (burst-- <= 0 || !alive.contains(running)) {
      running = alive.get(chance.nextInt(alive.size()));
      burst = chance.nextInt(chance.nextInt(4) == 0 ? 20 : 4);
      if (asleep.containsKey(running)) running = alive.get(chance.nextInt(alive.size()));
      if (chance.nextInt(80) == 0) asleep.put(running, 20 + chance.nextInt(200));
    }
    return asleep.containsKey(running) ? "nobody" : running;
  }

  private Step fault(World world) {
    List<String> processes = world.processes().names();
    String process = processes.get(chance.nextInt(processes.size()));
    String source = any(world).source();
    String what =
        switch (chance.nextInt(13)) {
          case 0, 1 -> "kill " + process;
          case 2, 3, 4 -> "start " + process;
          case 5 -> "stop " + process;
          case 6 -> "cut " + source;
          case 7, 8 -> "evict " + process;
          case 9 -> "reassign " + source;
          case 10 -> "refuse";
          case 11 -> "poison";
          default -> "cure";
        };
    return new Step(what, dice());
  }

  private Service any(World world) {
    List<Service> services = world.services();
    return services.get(chance.nextInt(services.size()));
  }

  private int dice() {
    return chance.nextInt(1 << 20) << 2;
  }

  private int fails() {
    return dice() | (chance.nextBoolean() ? Call.FAILS_BEFORE : Call.FAILS_AFTER);
  }
}
