package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Interleaved;
import baton.bench.Measured;
import baton.bench.log.Plan;
import baton.bench.log.Register;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
   */
  record Result(
      long records,
      long bytes,
      long sampled,
      Map<String, List<Measured>> runs,
      Map<String, LedgerSum> sums) {}

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
    PolicyBook policy = policy();
    var binding = new DataBinding(log.bootstrap(), policy);
    var streams = new StreamsFold(log, policy, folder.resolve("streams"), log.plan().end());
    var candidates = new ArrayList<Candidate>();
    for (int threads : sizes.threads()) candidates.add(new BareConsumer(log.bootstrap(), threads));
    candidates.add(binding);
    candidates.add(streams);
    var runs = Interleaved.run(candidates, sizes.rounds(), this::tell);
    var sums = new LinkedHashMap<String, LedgerSum>();
    sums.put(Names.DATA_BINDING, binding.sum(log.plan().end()));
    sums.put(Names.STREAMS, streams.sum());
    return new Result(log.records(), log.bytes(), log.sampled(), runs, sums);
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
