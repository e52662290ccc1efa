package baton.bench.sweep;

import baton.bench.Goal;
import baton.bench.Machine;
import baton.bench.Measured;
import baton.bench.Medians;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.rocksdb.RocksDB;

/**
 * What a run measured, as it is written for machines. Every ratio is the median over the rounds.
 *
 * @param dataBindingToBareConsumer one thread
 * @param dataBindingToBareConsumerByProcessorTime the same by the threads' processor time
 * @param sizes of the log and of the sample that the slow candidates read
 * @param medians events a second and nanoseconds of processor time an event, by candidate
 * @param rounds every counted run, by candidate
 * @param ledgers what each candidate that folds came to, over the sample
 * @param sameLedger all of them came to the same
 */
record SweepReport(
    String bench,
    Instant at,
    Machine machine,
    Map<String, String> versions,
    Sizes sizes,
    Double dataBindingToBareConsumer,
    Double dataBindingToBareConsumerByProcessorTime,
    List<Goal> goals,
    Map<String, Medium> medians,
    Map<String, List<Measured>> rounds,
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

  record Medium(double eventsPerSecond, double cpuNanosPerEvent) {}

  static SweepReport of(SweepSizes asked, SweepBench.Result result, Machine machine, Instant at) {
    var ratios = new Ratios(result.runs());
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
        ratios.speed(Names.DATA_BINDING, Names.bare(1)),
        ratios.processor(Names.DATA_BINDING, Names.bare(1)),
        goals(asked, ratios),
        medians(result.runs()),
        result.runs(),
        result.sums(),
        result.sums().values().stream().distinct().count() == 1);
  }

  private static List<Goal> goals(SweepSizes asked, Ratios ratios) {
    var goals = new ArrayList<Goal>();
    return goals;
  }

  private static Map<String, Medium> medians(Map<String, List<Measured>> runs) {
    var medians = new LinkedHashMap<String, Medium>();
    runs.forEach(
        (name, all) ->
            medians.put(
                name,
                new Medium(
                    Medians.of(all, Measured::eventsPerSecond),
                    Medians.of(all, Measured::cpuNanosPerEvent))));
    return medians;
  }
}
