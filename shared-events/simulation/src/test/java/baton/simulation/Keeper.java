package baton.simulation;

import baton.contract.EscalationId;
import baton.contract.escalation.EscalationRaised;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.horizon.Horizon;
import baton.horizon.Look;
import baton.horizon.Look.LogState;
import baton.horizon.Look.Lookout;
import baton.horizon.Place;
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
 * of the log, and judges what is due behind the horizon. The order of its look, its soundings,
 * horizon and findings are the real ones.
 */
final class Keeper implements Lookout {
  private final World world;
  private final Service service;
  private final Actor actor;
  private final Hearing hearing = new Hearing();
  private final Soundings soundings = new Soundings();
  private Instant taken;
  private boolean stopped;

  private static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

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
      if (actor.call("rest until the next look").fails() || !look()) continue;
      for (TopicPartition each : world.referralPartitions()) judge(each);
    }
  }

  /** False if something did not answer: the next look is a new one. */
  private boolean look() {
    try {
      soundings.take(Look.by(this));
    } catch (NoAnswer noAnswer) {
      return false;
    }
    for (TopicPartition each : world.referralPartitions())
      world.invariants().known(service, each, horizon(each).certain());
    return true;
  }

  @Override
  public Instant time() {
    taken = service.now();
    return taken;
  }

  @Override
  public List<Writer> writers() {
    ask("hear the writers");
    hearing.hear(world.log());
    return world.services().stream()
        .map(each -> hearing.writer(each.source(), world.time().now(), Deadlines.SILENCE))
        .toList();
  }

  @Override
  public LogState log() {
    ask("ask for the checkpoints");
    Map<Place, Long> positions = places(service.kept()::checkpoint);
    ask("ask for the ends of the log");
    Map<Place, Long> ends = places(world.log()::end);
    boolean early = world.bug() == Bug.JUDGED_BEFORE_THE_END_WAS_READ;
    return new LogState(ends, early ? ends : positions);
  }

  private void ask(String what) {
    if (actor.call(what).fails()) throw new NoAnswer();
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

  private void judge(TopicPartition partition) {
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
    if (world.bug() == Bug.KEEPER_RAISES_NOTHING) return;
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
