package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Interleaved;
import baton.bench.Measured;
import baton.bench.log.Plan;
import baton.bench.log.Register;
import baton.contract.escalation.FindingKind;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the log, runs all candidates on it in turn and asks what each of them came to. */
final class SweepBench {
  private final SweepSizes sizes;
  private final Consumer<String> told;

  SweepBench(SweepSizes sizes, Consumer<String> told) {
    this.sizes = sizes;
    this.told = told;
  }

  /**
   * @param runs by candidate, round by round
   * @param sums what each candidate that folds came to, over the sample
   * @param findings of the sweep over the whole log
   * @param sameFindings of every number of threads, and the same board from zero and snapshot
   * @param memory null where it was not asked for
   */
  record Result(
      long records,
      long bytes,
      long sampled,
      Map<String, List<Measured>> runs,
      Map<String, LedgerSum> sums,
      Map<FindingKind, Integer> findings,
      boolean sameFindings,
      MemoryRun memory) {}

  /**
   * @param folder an empty one
   */
  Result run(Path folder) throws Exception {
    var plan = new Plan(sizes.referrals(), sizes.openShare(), sizes.seed());
    told.accept("making a log of %,d referrals".formatted(sizes.referrals()));
    try (var log =
        BenchLog.make(
            Files.createDirectories(folder.resolve("kafka")), plan, sizes.sampleEvery())) {
      told.accept(
          "%,d records, %,d bytes each on average, on %d partitions"
              .formatted(log.records(), log.bytes() / log.records(), BenchLog.PARTITIONS));
      return measured(log, folder);
    }
  }

  private Result measured(BenchLog log, Path folder) throws Exception {
    Instant at = log.plan().end();
    PolicyBook policy = policy();
    var binding = new DataBinding(log.bootstrap(), policy);
    var streams = new StreamsFold(log, policy, folder.resolve("streams"), at);
    var sweeps = new ArrayList<EngineSweep>();
    var candidates = new ArrayList<Candidate>();
    for (int threads : sizes.threads()) {
      var sweep = new EngineSweep(log.bootstrap(), threads, sizes.referrals(), at);
      sweeps.add(sweep);
      candidates.add(new BareConsumer(log.bootstrap(), threads));
      candidates.add(sweep);
    }
    candidates.add(binding);
    candidates.add(streams);
    var asAt = AsAtRun.both(log, settings(log), new Snapshots(folder.resolve("snapshots"), 1));
    candidates.addAll(asAt);
    var runs = Interleaved.run(candidates, sizes.rounds(), this::tell);
    for (EngineSweep sweep : sweeps) runs.put(Names.reading(sweep.threads()), sweep.readings());
    return new Result(
        log.records(),
        log.bytes(),
        log.sampled(),
        runs,
        Map.of(
            Names.DATA_BINDING,
            binding.sum(at),
            Names.STREAMS,
            streams.sum(),
            "sweep",
            EngineLedger.sum(log.bootstrap(), sizes.referrals(), at)),
        sweeps.getFirst().findings(),
        sweeps.stream().map(EngineSweep::findings).distinct().count() == 1
            && asAt.stream().map(AsAtRun::board).distinct().count() == 1,
        memory());
  }

  private ReplaySettings settings(BenchLog log) {
    return ReplaySettings.atOpenBroker(log.bootstrap(), EngineSweep.size(1, sizes.referrals()));
  }

  private MemoryRun memory() throws Exception {
    if (sizes.memoryReferrals() == 0) return null;
    told.accept("feeding %,d referrals to a ledger in 3 GiB".formatted(sizes.memoryReferrals()));
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    return MemoryRun.run(sizes.memoryReferrals(), sizes.openShare(), threads, sizes.seed());
  }

  private void tell(String run, Measured measured) {
    told.accept(
        "%-58s %,12.0f events a second, %,7.0f ns of processor time each"
            .formatted(run, measured.eventsPerSecond(), measured.cpuNanosPerEvent()));
  }

  private static PolicyBook policy() {
    var codec = new EventCodec();
    PolicyBook policy = Defaults.book();
    for (byte[] record : Register.records())
      policy = policy.with(codec.decode(Envelope.parse(record)));
    return policy;
  }
}
