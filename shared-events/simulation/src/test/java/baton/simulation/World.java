package baton.simulation;

import baton.journal.envelope.Topics;
import baton.journal.reader.ReaderRig;
import baton.journal.relay.RelayRig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Everything that a history happens to: services with their databases, the log, time, processes.
 */
public final class World {
  static final List<String> SERVICES = List.of("intake", "risk", "allocation", "escalation");

  private final Setup setup;
  private final Bug bug;
  private final SimulatedTime time = new SimulatedTime();
  private final Invariants invariants = new Invariants(this);
  private final Log log;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Runnable> stops = new LinkedHashMap<>();
  private long ids;
  private int posts;

  World(Setup setup, Bug bug) {
    this.setup = setup;
    this.bug = bug;
    this.log = new Log(time, invariants, setup.partitions());
    var read = ReaderRig.TOPICS.stream().flatMap(topic -> log.partitions(topic).stream()).toList();
    for (String name : taking(setup.services())) {
      long skew = setup.skews().get(SERVICES.indexOf(name));
      services.put("/" + name + "-service", new Service(this, name, skew, new Group(read)));
    }
    processes().forEach(this::start);
  }

  /** Intake and escalation always: what is received, and who watches. */
  private static List<String> taking(int count) {
    var taking = new ArrayList<>(List.of("intake", "escalation", "risk", "allocation"));
    return taking.subList(0, count);
  }

  public Bug bug() {
    return bug;
  }

  public SimulatedTime time() {
    return time;
  }

  public Log log() {
    return log;
  }

  public Invariants invariants() {
    return invariants;
  }

  public int relayBatch() {
    return setup.relayBatch();
  }

  public int readerBatch() {
    return setup.readerBatch();
  }

  Service service(String source) {
    return services.get(source);
  }

  List<Service> services() {
    return List.copyOf(services.values());
  }

  List<TopicPartition> referralPartitions() {
    return log.partitions(Topics.REFERRALS);
  }

  TopicPartition partition(Row row) {
    return log.partition(Topics.REFERRALS, row.key());
  }

  UUID newId() {
    return Appender.uuid(0, ++ids);
  }

  /** Such as {@code risk-2}. */
  List<String> processes() {
    return services.values().stream()
        .flatMap(
            service ->
                Stream.iterate(1, i -> i <= setup.instances(), i -> i + 1)
                    .map(i -> plain(service) + "-" + i))
        .toList();
  }

  static String plain(Service service) {
    return service.name().replace("-service", "");
  }

  private Service serviceOf(String process) {
    return service("/" + process.substring(0, process.lastIndexOf('-')) + "-service");
  }

  /** Actors that can go on. */
  List<Actor> alive() {
    actors.values().removeIf(Actor::ended);
    return List.copyOf(actors.values());
  }

  boolean runs(String process) {
    return alive().stream().anyMatch(actor -> actor.process().equals(process));
  }

  /** What an actor is about to do. */
  String at(String who) {
    Actor actor = actors.get(who);
    return actor == null ? "" : ": " + actor.at();
  }

  /** False if the one who was to act is not there. */
  boolean perform(Step step) {
    Call chance = new Call(step.arg());
    String[] what = step.who().split(" ");
    switch (what[0]) {
      case "kill" -> kill(what[1]);
      case "stop" -> stop(what[1]);
      case "start" -> start(what[1]);
      case "cut" -> service(what[1]).store().cut();
      case "evict" -> evict(what[1]);
      case "reassign" -> service(what[1]).group().reassign();
      case "post" -> post(service(what[1]), chance);
      case "late" -> log.arrives(chance);
      case "refuse" -> Trouble.refuse(this, chance);
      case "poison" -> Trouble.poison(this, chance);
      case "cure" -> Trouble.cure(this);
      case "time" -> time.pass(50_000L + chance.dice(1_000) * 1_000L);
      default -> {
        Actor actor = actors.get(step.who());
        if (actor == null || actor.ended()) return false;
        time.pass(100 + chance.dice(9) * 200L);
        resume(actor, step.arg());
      }
    }
    return true;
  }

  void resume(Actor actor, int arg) {
    actor.resume(arg);
    invariants.mustHold();
  }

  void start(String process) {
    if (runs(process)) return;
    Service service = serviceOf(process);
    add(
        process + ".relay",
        process,
        actor -> {
          var relay = new RelayRig(this, service, actor);
          stops.put(actor.name(), relay::stop);
          relay.run();
        });
    add(
        process + ".reader",
        process,
        actor -> {
          var reader = new ReaderRig(this, service, actor);
          stops.put(actor.name(), reader::stop);
          reader.run();
        });
    if (!service.is("escalation")) return;
    add(
        process + ".keeper",
        process,
        actor -> {
          var keeper = new Keeper(this, service, actor);
          stops.put(actor.name(), keeper::stop);
          keeper.run();
        });
  }

  private void kill(String process) {
    for (Actor actor : alive()) if (actor.process().equals(process)) actor.kill();
    serviceOf(process).store().cut(process);
    actors.values().removeIf(Actor::ended);
  }

  private void stop(String process) {
    for (Actor actor : alive())
      if (actor.process().equals(process)) {
        if (actor.hasBegun()) stops.getOrDefault(actor.name(), () -> {}).run();
        else actor.kill();
      }
  }

  private void evict(String process) {
    serviceOf(process).group().leave(process + ".reader");
  }

  private void post(Service service, Call chance) {
    String process = plain(service) + "-1";
    if (!runs(process)) return;
    add("post-" + ++posts, process, actor -> service.post(actor, chance));
  }

  /** An operator tries again what is parked at a service. */
  void retry(Service service, String story) {
    add(
        "retry-" + ++posts,
        plain(service) + "-1",
        actor -> new ReaderRig(this, service, actor).retry(story));
  }

  private void add(String name, String process, Consumer<Actor> body) {
    actors.put(name, new Actor(name, process, body));
  }

  void end() {
    alive().forEach(Actor::kill);
  }
}
