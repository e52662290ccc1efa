package baton.journal.reader;

import baton.journal.envelope.EventCodec;
import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.ReaderProgress.PartitionProgress;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the shared log into one service, each event applied exactly once and in the order of its
 * stream. Instances of a service share the partitions in a consumer group named after it; what each
 * has read stands in PostgreSQL, in the transaction of what it did. Source: design section 3, "From
 * log to service: the reader".
 */
public final class LogReader implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final ReaderConfig config;
  private final Transactions transactions;
  private final CheckpointTable checkpoints;
  private final RecordDecoder decoder;
  private final BatchTransaction batches;
  private final ParkedEvents parked;
  private final ReaderStatus status = new ReaderStatus();
  private final ReaderMetrics metrics;
  private final LateEvents late;
  private final ReadAgain again;

  private volatile Admin admin;
  private volatile Thread thread;
  private Thread lateThread;
  private ReaderLoop loop;

  /**
   * @param journal the service's own: commands of the handler go to it, parking is recorded in it
   */
  public LogReader(
      ReaderConfig config,
      Transactions transactions,
      AxonJournal journal,
      EventCodec codec,
      LogHandler handler,
      MeterRegistry meters) {
    this.config = config;
    this.transactions = transactions;
    this.decoder = new RecordDecoder(codec, config.source());
    var scope = new JournalScope(transactions, journal);
    var rows = new ParkedTable(transactions, decoder);
    var positions = new StreamPositionTable(transactions);
    this.checkpoints = new CheckpointTable(transactions);
    var unknown = new UnknownRows(decoder);
    UnknownKept kept = applied -> unknown.keep(transactions.connection(), applied);
    var tables = new ReaderTables(scope, checkpoints, positions, rows, kept);
    var parking = new ParkingStream(journal.eventStore(), config.service());
    var work = new BatchWork(tables, handler, parking);
    this.batches = new BatchTransaction(scope, new Checkpoints(checkpoints), work);
    this.parked = new ParkedEvents(scope, rows, work, parking);
    this.metrics = new ReaderMetrics(meters, status);
    this.late =
        new LateEvents(
            transactions,
            journal,
            checkpoints,
            unknown,
            rows,
            parked,
            handler,
            decoder,
            this::stretch);
    this.again = new ReadAgain(transactions, checkpoints, rows, decoder, this::stretch);
  }

  /** What was read already; usable whether or not the reader runs. */
  public ReadAgain again() {
    return again;
  }

  /** What waits; usable whether or not the reader runs. */
  public ParkedEvents parked() {
    return parked;
  }

  /**
   * Where an event has waited for its predecessor for longer than that: whoever writes in order
   * fills such a gap at once.
   */
  public List<StreamGap> gaps(Duration longerThan) {
    return transactions.inTransaction(() -> StreamGap.open(longerThan, transactions.connection()));
  }

  /** Starts the reader's thread; once. */
  public synchronized void start() {
    if (thread != null) throw new IllegalStateException("a reader is started once");
    Admin asking = Admin.create(config.admin());
    admin = asking;
    var consumer =
        new KafkaConsumer<>(
            config.consumer(), new StringDeserializer(), new ByteArrayDeserializer());
    loop = loop(consumer, new TopicIds(() -> described(asking), config.topics()));
    thread = Thread.ofPlatform().name("baton-reader-" + config.service()).start(loop);
    lateThread = Thread.ofVirtual().name("baton-late-" + config.service()).start(late);
  }

  private ReaderLoop loop(Consumer<String, byte[]> consumer, TopicIds ids) {
    var inFlight = new InFlight();
    var system = InstantSource.system();
    var placement = new Placement(consumer, ids, this::stored, inFlight);
    return new ReaderLoop(
        config.topics(),
        consumer,
        ids,
        decoder,
        inFlight,
        placement,
        new InFlightWork(batches, placement, inFlight, metrics, config.batch(), system),
        new LagMeter(consumer, placement, inFlight, parked, status, metrics),
        status,
        system,
        new LatchStop());
  }

  private KafkaFuture<Map<String, TopicDescription>> described(Admin broker) {
    return broker.describeTopics(config.topics()).allTopicNames();
  }

  private Map<TopicPartition, Checkpoint> stored() {
    return transactions.inTransaction(() -> checkpoints.read(config.topics()));
  }

  /** Lets the batch that runs finish, leaves the group, and returns when the thread has ended. */
  public synchronized void stop() {
    if (thread == null) return;
    late.stop();
    loop.stop();
    try {
      if (!thread.join(STOP)) thread.interrupt();
      if (!lateThread.join(STOP)) lateThread.interrupt();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      thread.interrupt();
    }
    Admin closing = admin;
    admin = null;
    if (closing != null) closing.close(ANSWER);
  }

  @Override
  public void close() {
    stop();
  }

  /** How much of its partitions this instance has not applied yet. Costs nothing to ask. */
  public long lagEvents() {
    return status.lagEvents();
  }

  public ReaderHealth health() {
    Thread running = thread;
    return status.health(running != null && running.isAlive());
  }

  /**
   * How far the service has read. Asks the database first and the broker after it, each with a time
   * limit of a few seconds.
   */
  public ReaderProgress progress() {
    Admin asked = admin;
    if (asked == null) return new ReaderProgress(status.state(), status.why(), List.of());
    var positions = stored();
    try {
      var partitions = new ArrayList<PartitionProgress>();
      LogEnds.of(asked, config.topics())
          .forEach(
              (partition, end) ->
                  partitions.add(progress(partition, positions.get(partition), end)));
      return new ReaderProgress(status.state(), status.why(), partitions);
    } catch (ExecutionException failure) {
      String why = "the broker does not name the log's ends: " + Failure.line(failure.getCause());
      return new ReaderProgress(status.state(), why, List.of());
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  private PartitionProgress progress(TopicPartition partition, Checkpoint at, long end) {
    long next = at == null ? 0 : at.next();
    Long lag = end <= next ? Long.valueOf(0) : lagSeconds(partition, at);
    return new PartitionProgress(partition.topic(), partition.partition(), next, end, lag);
  }

  /**
   * Since the last record read was written or, where this instance reads the partition, since it
   * was last seen at its end: a partition that was quiet for an hour is not an hour behind.
   */
  private Long lagSeconds(TopicPartition partition, Checkpoint at) {
    Instant stored = at == null ? null : at.readUpTo();
    var lag = status.lags().get(partition);
    Instant seen = lag == null ? null : lag.readUpTo();
    if (stored == null && seen == null) return null;
    Instant latest = seen == null || stored != null && stored.isAfter(seen) ? stored : seen;
    return Math.max(0, Duration.between(latest, InstantSource.system().instant()).toSeconds());
  }

  private void stretch(
      TopicPartition partition,
      long from,
      long to,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> each,
      BooleanSupplier cancelled) {
    LogScan.read(
        config.kafka(),
        List.of(partition.topic()),
        Map.of(partition, from),
        Map.of(partition, to),
        each,
        handed -> {},
        cancelled);
  }
}
