package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.custody.Custody;
import baton.policy.PolicyBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;

/**
 * The same fold as an application of Kafka Streams: states in RocksDB with a changelog, exactly
 * once. It is timed from the first record it is handed to the last, its start left out.
 */
final class StreamsFold implements Candidate {
  private static final String STORE = "custody";
  private static final long PATIENCE_SECONDS = 600;

  private final BenchLog log;
  private final PolicyBook policy;
  private final Path folder;
  private final Instant at;
  private LedgerSum sum;

  /**
   * @param folder for the stores
   * @param at when findings are looked for
   */
  StreamsFold(BenchLog log, PolicyBook policy, Path folder, Instant at) {
    this.log = log;
    this.policy = policy;
    this.folder = folder;
    this.at = at;
  }

  @Override
  public String name() {
    return Names.STREAMS;
  }

  LedgerSum sum() {
    return sum;
  }

  @Override
  public Measured run() throws Exception {
    String application = "bench-" + UUID.randomUUID();
    var meter = new StreamsMeter(log.sampled());
    try (var streams = new KafkaStreams(topology(meter), settings(application))) {
      streams.setUncaughtExceptionHandler(meter::failed);
      streams.start();
      Measured measured = meter.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      sum = LedgerSum.of(states(streams).stream(), at);
      streams.close();
      streams.cleanUp();
      return measured;
    } finally {
      removeChangelog(application);
    }
  }

  private Topology topology(StreamsMeter meter) {
    return new Topology()
        .addSource("log", new ByteArrayDeserializer(), new ByteArrayDeserializer(), BenchLog.SAMPLE)
        .addProcessor("fold", () -> new CustodyProcessor(STORE, policy, meter), "log")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingEnabled(),
            "fold");
  }

  private Properties settings(String application) {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, log.bootstrap());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }

  private static List<Custody> states(KafkaStreams streams) {
    var store =
        streams.store(
            StoreQueryParameters.fromNameAndType(
                STORE, QueryableStoreTypes.<byte[], byte[]>keyValueStore()));
    var states = new ArrayList<Custody>();
    try (var all = store.all()) {
      while (all.hasNext()) states.add(CustodyProcessor.read(all.next().value));
    }
    return states;
  }

  private void removeChangelog(String application) throws Exception {
    try (var admin =
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, log.bootstrap()))) {
      var own =
          admin.listTopics().names().get().stream()
              .filter(name -> name.startsWith(application))
              .toList();
      admin.deleteTopics(own).all().get();
    }
  }
}
