package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.policy.PolicyBook;
import baton.replay.JournalReader;
import baton.replay.model.Ledger;
import baton.replay.model.Shard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;

/**
 * The same work as an application of Kafka Streams: what is known of each referral in RocksDB with
 * a changelog, exactly once. It is timed from the first record it is handed to the last: neither
 * its start nor the folding of what it stored is counted against it.
 */
final class StreamsFold implements Candidate {
  private static final String STORE = "custody";
  private static final long PATIENCE_SECONDS = 600;
  private static final long ROOM = 16L << 20;

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
    Shard shard = shard();
    try (var streams = new KafkaStreams(topology(shard, meter), settings(application))) {
      streams.setUncaughtExceptionHandler(meter::failed);
      streams.start();
      Measured measured = meter.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var tapes = tapes(streams);
      streams.close();
      var stored = new StoredTapes(shard, policy);
      sum =
          LedgerSum.of(
              tapes.entrySet().stream()
                  .map(each -> stored.fold(each.getKey().get(), each.getValue())),
              at);
      streams.cleanUp();
      return measured;
    } finally {
      removeChangelog(application);
    }
  }

  private Topology topology(Shard shard, StreamsMeter meter) {
    return new Topology()
        .addSource("log", new ByteArrayDeserializer(), new ByteArrayDeserializer(), BenchLog.SAMPLE)
        .addProcessor("fold", () -> new TapeProcessor(STORE, shard, meter), "log")
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

  /**
   * Of the one stream thread; what it has learned of the log's forms is needed to read its tapes.
   */
  private Shard shard() {
    return Ledger.empty(new Ledger.Size(1, 1, ROOM), new JournalReader(), policy, Instant.MAX)
        .shards()
        .getFirst();
  }

  private static Map<Bytes, byte[]> tapes(KafkaStreams streams) {
    var store =
        streams.store(
            StoreQueryParameters.fromNameAndType(
                STORE, QueryableStoreTypes.<byte[], byte[]>keyValueStore()));
    var tapes = new HashMap<Bytes, byte[]>();
    try (var all = store.all()) {
      all.forEachRemaining(each -> tapes.put(Bytes.wrap(each.key), each.value));
    }
    return tapes;
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
