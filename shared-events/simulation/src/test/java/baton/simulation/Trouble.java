package baton.simulation;

import java.util.List;

/** Events that the broker refuses, or that a service cannot apply, until somebody mends it. */
final class Trouble {
  private Trouble() {}

  static void refuse(World world, Call chance) {
    Row row = any(world, chance);
    if (row != null && !world.invariants().stories().isPublished(row)) world.log().refuse(row);
  }

  static void poison(World world, Call chance) {
    Row row = any(world, chance);
    if (row == null) return;
    List<Service> services = world.services();
    services.get(chance.dice(31) % services.size()).poison().add(row.name());
  }

  /** It is mended, and what is parked is tried again. */
  static void cure(World world) {
    world.log().takeAll();
    for (Service service : world.services()) {
      service.poison().clear();
      service.relayTables().retryAll();
      for (String story : service.kept().parkedStories()) world.processes().retry(service, story);
    }
  }

  private static Row any(World world, Call chance) {
    List<Service> services = world.services();
    Service service = services.get(chance.dice(services.size()));
    List<Row> rows = List.copyOf(service.store().rows().values());
    return rows.isEmpty()
        ? null
        : rows.get(rows.size() - 1 - chance.dice(rows.size() * 7) % rows.size());
  }
}
