package baton.simulation;

import baton.journal.reader.ReaderRig;
import baton.journal.relay.RelayRig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The processes of all services, such as {@code risk-2}, and the threads in them. */
final class Processes {
  private final World world;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Runnable> stops = new HashMap<>();
  private int retries;

  Processes(World world, int instances) {
    this.world = world;
    for (Service service : world.services())
      for (int i = 1; i <= instances; i++) names.add(service.plainName() + "-" + i);
  }

  List<String> names() {
    return names;
  }

  void startAll() {
    names.forEach(this::start);
  }

  /** Actors that can go on. */
  List<Actor> alive() {
    actors.values().removeIf(Actor::ended);
    return List.copyOf(actors.values());
  }

  /** Null if there is none. */
  Actor actor(String name) {
    return actors.get(name);
  }

  private boolean runs(String process) {
    return alive().stream().anyMatch(actor -> actor.process().equals(process));
  }

  private Service serviceOf(String process) {
    return world.service("/" + process.substring(0, process.lastIndexOf('-')) + "-service");
  }

  void start(String process) {
    if (runs(process)) return;
    Service service = serviceOf(process);
    add(
        process + ".relay",
        process,
        actor -> {
          var relay = new RelayRig(world, service, actor);
          stops.put(actor.name(), relay::stop);
          relay.run();
        });
    add(
        process + ".reader",
        process,
        actor -> {
          var reader = new ReaderRig(world, service, actor);
          stops.put(actor.name(), reader::stop);
          reader.run();
        });
    if (!service.is("escalation")) return;
    add(
        process + ".keeper",
        process,
        actor -> {
          var keeper = new Keeper(world, service, actor);
          stops.put(actor.name(), keeper::stop);
          keeper.run();
        });
  }

  /** SIGKILL: no thread of it goes on, and the database hears that its connections are gone. */
  void kill(String process) {
    for (Actor actor : alive()) if (actor.process().equals(process)) actor.kill();
    serviceOf(process).store().cut(process);
  }

  /** It is asked to end, and finishes what it has begun. */
  void stop(String process) {
    for (Actor actor : alive()) {
      if (!actor.process().equals(process)) continue;
      if (actor.hasBegun()) stops.getOrDefault(actor.name(), () -> {}).run();
      else actor.kill();
    }
  }

  /** The broker takes its reader for dead; it may only be slow. */
  void evict(String process) {
    serviceOf(process).group().leave(process + ".reader");
  }

  void post(Service service, Call chance) {
    String process = service.plainName() + "-1";
    String name = "post-" + chance.dice(10_000);
    if (!runs(process) || actors.containsKey(name)) return;
    add(name, process, actor -> service.post(actor, chance));
  }

  /** An operator tries again what is parked at a service. */
  void retry(Service service, String story) {
    add(
        "retry-" + ++retries,
        service.plainName() + "-1",
        actor -> new ReaderRig(world, service, actor).retry(story));
  }

  private void add(String name, String process, Consumer<Actor> body) {
    actors.put(name, new Actor(name, process, body));
  }

  void killAll() {
    alive().forEach(Actor::kill);
  }
}
