package baton.simulation;

import baton.journal.envelope.Topics;
import baton.journal.reader.ReaderRig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * Everything that a history happens to: services with their databases, the log, time, processes.
 */
public final class World {
  /** Intake and escalation take part always: what is received, and who watches. */
  private static final List<String> SERVICES =
      List.of("intake", "escalation", "risk", "allocation");

  private final Setup setup;
  private final Bug bug;
  private final SimulatedTime time = new SimulatedTime();
  private final Invariants invariants = new Invariants(this);
  private final Log log;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Processes processes;
  private long ids;

  World(Setup setup, Bug bug) {
    this.setup = setup;
    this.bug = bug;
    this.log = new Log(time, invariants, setup.partitions());
    var read = ReaderRig.TOPICS.stream().flatMap(topic -> log.partitions(topic).stream()).toList();
    for (String name : SERVICES.subList(0, setup.services())) {
      long skew = setup.skews().get(SERVICES.indexOf(name));
      services.put("/" + name + "-service", new Service(this, name, skew, new Group(read)));
    }
    this.processes = new Processes(this, setup.instances());
    processes.startAll();
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

  Processes processes() {
    return processes;
  }

  /** False if the one who was to act is not there. */
  boolean perform(Step step) {
    Call chance = new Call(step.arg());
    String[] what = step.who().split(" ");
    switch (what[0]) {
      case "kill" -> processes.kill(what[1]);
      case "stop" -> processes.stop(what[1]);
      case "start" -> processes.start(what[1]);
      case "cut" -> service(what[1]).store().cut();
      case "evict" -> processes.evict(what[1]);
      case "reassign" -> service(what[1]).group().reassign();
      case "post" -> processes.post(service(what[1]), chance);
      case "late" -> log.arrives(chance);
      case "refuse" -> Trouble.refuse(this, chance);
      case "poison" -> Trouble.poison(this, chance);
      case "cure" -> Trouble.cure(this);
      case "time" -> time.pass(50_000L + chance.dice(1_000) * 1_000L);
      default -> {
        Actor actor = processes.actor(step.who());
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
}
