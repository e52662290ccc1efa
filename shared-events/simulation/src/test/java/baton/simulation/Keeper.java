package baton.simulation;

import baton.contract.EscalationId;
import baton.contract.escalation.EscalationRaised;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.horizon.Horizon;
import baton.horizon.Place;
import baton.horizon.Sounding;
import baton.horizon.Soundings;
import baton.horizon.Writer;
import baton.journal.reader.ReaderRig;
import baton.journal.relay.Hearing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * The clockkeeper of one process: looks at the time, at what the writers vouch for and at the ends
 * of the log, in this order, and judges what is due behind the horizon. Its order is that of
 * escalation-service, its soundings, horizon and findings are the real ones.
 */
final class Keeper {
  private final World world;
  private final Service service;
  private final Actor actor;
  private final Hearing hearing = new Hearing();
  private final Soundings soundings = new Soundings();
  private boolean stopped;

  Keeper(World world, Service service, Actor actor) {
    this.world = world;
    this.service = service;
    this.actor = actor;
  }

  void stop() {
    stopped = true;
  }

  void run() {
    while (!stopped) {
      if (actor.call("rest until the next look").fails()) continue;
      Instant taken = service.now();
      if (!look(taken)) continue;
      for (TopicPartition each : world.referralPartitions()) judge(each, taken);
    }
  }

  /** False if something did not answer: the next look is a new one. */
  private boolean look(Instant taken) {
    if (actor.call("hear the writers").fails()) return false;
    hearing.hear(world.log());
    List<Writer> writers =
        world.services().stream()
            .map(each -> hearing.writer(each.source(), world.time().now(), Deadlines.SILENCE))
            .toList();
    if (actor.call("ask for the checkpoints").fails()) return false;
    Map<Place, Long> positions = places(service.kept()::checkpoint);
    if (actor.call("ask for the ends of the log").fails()) return false;
    Map<Place, Long> ends = places(world.log()::end);
    soundings.add(new Sounding(Horizon.at(taken, writers), ends));
    boolean early = world.bug() == Bug.JUDGED_BEFORE_THE_END_WAS_READ;
    soundings.advance(early ? ends : positions);
    for (TopicPartition each : world.referralPartitions())
      world.invariants().known(service, each, horizon(each).certain());
    return true;
  }

  private Horizon horizon(TopicPartition partition) {
    return soundings.horizon(new Place(partition.topic(), partition.partition()));
  }

  private Map<Place, Long> places(ToLongFunction<TopicPartition> offset) {
    var places = new HashMap<Place, Long>();
    for (String topic : ReaderRig.TOPICS)
      for (TopicPartition each : world.log().partitions(topic))
        places.put(new Place(topic, each.partition()), offset.applyAsLong(each));
    return places;
  }

  private void judge(TopicPartition partition, Instant taken) {
    Horizon horizon = horizon(partition);
    if (world.bug() == Bug.HORIZON_IGNORED) horizon = new Horizon(taken, taken);
    Work work = service.begin(actor);
    try {
      work.transaction().statement("begin to judge");
      work.transaction().lock("judging " + partition.partition());
      work.transaction().statement("read what is due");
      for (Custody each : List.copyOf(service.board().values()))
        if (world.log().partition(partition.topic(), each.referral().toString()).equals(partition))
          judge(work, each, horizon);
      work.finish();
    } catch (SQLException failure) {
      work.undo();
    } catch (Crash killed) {
      work.undo();
      throw killed;
    }
  }

  private void judge(Work work, Custody custody, Horizon horizon) {
    for (Finding each : due(custody, horizon)) {
      boolean certain = each.due().isBefore(horizon.certain());
      Finding.Cause cause = each.cause();
      if (service.raised().isConfirmed(cause) || service.raised().has(cause) && !certain) continue;
      if (!service.raised().has(cause)) raise(work, each, certain);
      work.transaction()
          .onCommit(
              () -> {
                service.raised().put(cause, certain);
                if (certain) world.invariants().confirmed(cause);
              });
    }
  }

  /** What is expired, and what was met too late before it could be judged. */
  private static List<Finding> due(Custody custody, Horizon horizon) {
    var due = new ArrayList<Finding>();
    for (Finding each : Findings.of(custody, horizon.presumed()))
      if (each.clock() != null) due.add(each);
    for (Clock clock : custody.clocks().all())
      if (!clock.running() && !clock.endedInTime() && clock.due().isBefore(horizon.certain()))
        due.add(
            new Finding(
                custody.referral(),
                Findings.kindOf(clock.name()),
                clock.name(),
                clock.startedBy(),
                clock.due(),
                custody.custodian()));
    return due;
  }

  private void raise(Work work, Finding finding, boolean certain) {
    var id = new EscalationId(world.newId());
    work.append(
        "escalation-" + id,
        new EscalationRaised(
            finding.referral(),
            id,
            finding.kind(),
            finding.clock(),
            finding.startedBy(),
            finding.due(),
            null,
            null,
            certain),
        null);
  }
}
