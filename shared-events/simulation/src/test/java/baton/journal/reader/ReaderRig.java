package baton.journal.reader;

import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Topics;
import baton.journal.reader.Checkpoints.Checkpoint;
import baton.simulation.Actor;
import baton.simulation.Service;
import baton.simulation.SimulatedConsumer;
import baton.simulation.Violation;
import baton.simulation.Work;
import baton.simulation.World;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The real reader of one process, its ports simulated. */
public final class ReaderRig {
  public static final List<String> TOPICS = List.of(Topics.REGISTER, Topics.REFERRALS);

  private static final EventCodec CODEC = new EventCodec();
  private static final ReaderMetrics METRICS =
      new ReaderMetrics(new CompositeMeterRegistry(), new ReaderStatus());

  private final World world;
  private final Service service;
  private final Actor actor;
  private final SimulatedScope scope;
  private final ParkedEvents parked;
  private final ReaderLoop loop;
  private final Stop stop;
  private final ReaderStatus status = new ReaderStatus();

  public ReaderRig(World world, Service service, Actor actor) {
    this.world = world;
    this.service = service;
    this.actor = actor;
    this.scope = new SimulatedScope(service, actor);
    this.stop = new SimulatedStop(actor);
    var rows = new SimulatedParked(world, service, scope);
    var checkpoints = new SimulatedCheckpoints(world, service, scope);
    var tables =
        new ReaderTables(
            scope, checkpoints, new SimulatedPositions(world, service, scope), rows, unknown -> {});
    var parking = new ParkingStream(new SimulatedEvents(scope::work), service.name());
    var work = new BatchWork(tables, handler(), parking);
    this.parked = new ParkedEvents(scope, rows, work, parking);
    this.loop =
        loop(
            new SimulatedConsumer(world, service, actor, world.readerBatch()),
            new BatchTransaction(scope, new Checkpoints(checkpoints), work),
            checkpoints);
  }

  private ReaderLoop loop(
      SimulatedConsumer consumer, BatchTransaction batches, CheckpointRows checkpoints) {
    var inFlight = new InFlight();
    var ids = new TopicIds(this::described, TOPICS);
    var placement = new Placement(consumer, ids, () -> stored(checkpoints), inFlight);
    return new ReaderLoop(
        TOPICS,
        consumer,
        ids,
        new RecordDecoder(CODEC, service.source()),
        inFlight,
        placement,
        new InFlightWork(
            batches, placement, inFlight, METRICS, world.readerBatch(), world.time()::now),
        new LagMeter(consumer, placement, inFlight, parked, status, METRICS),
        status,
        world.time()::now,
        stop);
  }

  private Map<TopicPartition, Checkpoint> stored(CheckpointRows checkpoints) {
    return scope.inTransaction(() -> checkpoints.read(TOPICS));
  }

  private KafkaFuture<Map<String, TopicDescription>> described() {
    var described = new HashMap<String, TopicDescription>();
    for (String topic : TOPICS)
      described.put(
          topic,
          new TopicDescription(topic, false, List.of(), Set.of(), world.log().topicId(topic)));
    return KafkaFuture.completedFuture(described);
  }

  private LogHandler handler() {
    return new LogHandler() {
      @Override
      public void handle(List<LogRecord> records) {
        Work work = scope.work();
        for (LogRecord record : records) service.handle(work, record);
      }
    };
  }

  /** Until it is told to stop. */
  public void run() {
    loop.run();
    if (!stop.asked() && !actor.isKilled())
      throw new Violation("a reader goes on", service.name() + ": " + status.why());
  }

  public void stop() {
    loop.stop();
  }

  /** As an operator does it, from whichever process. */
  public void retry(String story) {
    parked.retry(story);
  }
}
