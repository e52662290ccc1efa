package baton.bench.sweep;

import baton.bench.Goal;
import baton.bench.Machine;
import baton.bench.Measured;
import baton.bench.Medians;
import baton.contract.escalation.FindingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.rocksdb.RocksDB;

/**
 * What a run measured, as it is written for machines. Every ratio is the median over the rounds of
 * two runs that were neighbours.
 *
 * @param sweepToBareConsumer by number of threads; the sweep with its findings
 * @param sweepToBareConsumerByProcessorTime the same by processor time, which is steadier
 * @param readingToBareConsumer the sweep's reading without its findings
 * @param sweepToKafkaStreamsExactlyOnce one thread each
 * @param bytesPerReferral of the heap; null where it was not asked for
 * @param asAtSnapshotToZero how many times faster from a snapshot
 * @param sizes of the log and of the sample that the slow candidates read
 * @param medians by candidate
 * @param rounds every counted run, by candidate
 * @param findings of the sweep over the whole log
 * @param ledgers what each candidate that folds came to, over the sample
 * @param sameLedger all of them came to the same
 */
record SweepReport(
    String bench,
    Instant at,
    Machine machine,
    Map<String, String> versions,
    Sizes sizes,
    Map<String, Double> sweepToBareConsumer,
    Map<String, Double> sweepToBareConsumerByProcessorTime,
    Map<String, Double> readingToBareConsumer,
    Double sweepToKafkaStreamsExactlyOnce,
    Double bytesPerReferral,
    Double asAtSnapshotToZero,
    Double dataBindingToBareConsumer,
    List<Goal> goals,
    MemoryRun memory,
    Map<String, Medium> medians,
    Map<String, List<Measured>> rounds,
    Map<FindingKind, Integer> findings,
    Map<String, LedgerSum> ledgers,
    boolean sameLedger) {

  /**
   * @param bytes of the values, uncompressed
   */
  record Sizes(
      long referrals,
      double openShare,
      long records,
      long bytes,
      int partitions,
      long sampleRecords,
      int rounds,
      long seed) {}

  record Medium(double milliseconds, double perSecond, double cpuNanosEach) {}

  static SweepReport of(SweepSizes asked, SweepBench.Result result, Machine machine, Instant at) {
    var ratios = new Ratios(result.runs());
    var sweep =
        Ratios.perThreads(asked.threads(), n -> ratios.speed(Names.sweep(n), Names.bare(n)));
    Double streams = ratios.speed(Names.sweep(1), Names.STREAMS);
    Double bytes = result.memory() == null ? null : result.memory().bytesPerReferral();
    Double asAt = ratios.time(Names.AS_AT_ZERO, Names.AS_AT_SNAPSHOT);
    return new SweepReport(
        "sweep",
        at,
        machine,
        Map.of("kafka", AppInfoParser.getVersion(), "rocksdb", RocksDB.rocksdbVersion().toString()),
        new Sizes(
            asked.referrals(),
            asked.openShare(),
            result.records(),
            result.bytes(),
            BenchLog.PARTITIONS,
            result.sampled(),
            asked.rounds(),
            asked.seed()),
        sweep,
        Ratios.perThreads(asked.threads(), n -> ratios.processor(Names.sweep(n), Names.bare(n))),
        Ratios.perThreads(asked.threads(), n -> ratios.speed(Names.reading(n), Names.bare(n))),
        streams,
        bytes,
        asAt,
        ratios.speed(Names.DATA_BINDING, Names.bare(1)),
        goals(sweep, streams, bytes, asAt),
        result.memory(),
        medians(result.runs()),
        result.runs(),
        result.findings(),
        result.sums(),
        result.sameFindings() && result.sums().values().stream().distinct().count() == 1);
  }

  /** Source: design section 8. */
  private static List<Goal> goals(
      Map<String, Double> sweep, Double streams, Double bytes, Double asAt) {
    var goals = new ArrayList<Goal>();
    sweep.forEach(
        (threads, reached) ->
            goals.add(
                new Goal("sweep to bare consumer, threads: " + threads, 0.70, true, reached)));
    goals.add(new Goal("sweep to Kafka Streams, RocksDB, exactly once", 15, true, streams));
    goals.add(new Goal("heap bytes per referral", MemoryRun.GOAL, false, bytes));
    goals.add(new Goal("whole board as at a time: snapshot to first offset", 10, true, asAt));
    return goals;
  }

  private static Map<String, Medium> medians(Map<String, List<Measured>> runs) {
    var medians = new LinkedHashMap<String, Medium>();
    runs.forEach(
        (name, all) ->
            medians.put(
                name,
                new Medium(
                    Medians.of(all, run -> run.nanos() / 1e6),
                    Medians.of(all, Measured::eventsPerSecond),
                    Medians.of(all, Measured::cpuNanosPerEvent))));
    return medians;
  }
}
