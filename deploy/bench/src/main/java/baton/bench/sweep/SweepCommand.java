package baton.bench.sweep;

import baton.bench.Goal;
import baton.bench.Machine;
import baton.bench.Unusable;
import baton.journal.envelope.JournalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sweep",
    description = {
      "Reads a made log again: the sweep beside a consumer that parses nothing, beside data binding"
          + " and beside Kafka Streams, all in one run on a real broker."
    },
    footer = {
      "",
      "Exit code 0: measured; 1: something failed, or two candidates came to different ledgers; 2:"
          + " wrong usage. Whether a goal was reached is in the table and in the JSON.",
      "",
      "  baton bench sweep --json sweep.json",
      "  baton bench sweep --memory-referrals 36000000",
      "  baton bench sweep --referrals 2000 --memory-referrals 0 --rounds 1     (a quick look)"
    })
public final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes all of it there as JSON.")
  private Path json;

  @Option(
      names = "--referrals",
      defaultValue = "150000",
      description = "How many the log tells of; default: ${DEFAULT-VALUE}.")
  private long referrals;

  @Option(
      names = "--open",
      paramLabel = "SHARE",
      defaultValue = "0.028",
      description = "How many of them never end, from 0 to 1; default: ${DEFAULT-VALUE}.")
  private double open;

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1,2",
      description = "Numbers of threads to measure with; default: ${DEFAULT-VALUE}.")
  private List<Integer> threads;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds that count, after one that does not; default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--sample",
      paramLabel = "REFERRALS",
      defaultValue = "10000",
      description = "How many the slow candidates read; default: ${DEFAULT-VALUE}.")
  private long sample;

  @Option(
      names = "--memory-referrals",
      paramLabel = "N",
      defaultValue = "2000000",
      description = {
        "How many the ledger's memory is measured with, 0 for none; default: ${DEFAULT-VALUE}. Two"
            + " idle cores take about a minute and a half for these, half an hour for the goal's"
            + " 36000000; as long again for each time that the ledger is given more room."
      })
  private long memoryReferrals;

  @Option(
      names = "--seed",
      defaultValue = "5",
      description = "The same one makes the same log; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws Exception {
    var sizes =
        new SweepSizes(
            referrals, open, threads, rounds, Math.min(sample, referrals), memoryReferrals, seed);
    requireWritable();
    var machine = Machine.here();
    say("this takes about " + words(sizes.expected()) + " on two cores that do nothing else");
    if (memoryReferrals > 0)
      say(
          "of these about %s measure memory, once more for each time that the ledger needs more room"
              .formatted(words(sizes.expectedOfMemory())));
    Path folder = Files.createTempDirectory("baton-bench");
    try {
      var result = new SweepBench(sizes, this::say).run(folder);
      var report = SweepReport.of(sizes, result, machine, Instant.now());
      print(report);
      if (json != null)
        JournalJson.mapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), report);
      return report.sameLedger() ? 0 : 1;
    } finally {
      delete(folder);
    }
  }

  private void print(SweepReport report) {
    PrintWriter out = spec.commandLine().getOut();
    report
        .medians()
        .forEach(
            (name, medium) ->
                out.printf(
                    "%-52s %,9.0f ms %,12.0f a second %,8.0f ns of processor time each%n",
                    name, medium.milliseconds(), medium.perSecond(), medium.cpuNanosEach()));
    out.println();
    for (Goal goal : report.goals()) out.println(goal.line());
    if (!report.sameLedger())
      out.println("The candidates did not come to the same ledger: " + report.ledgers());
    out.flush();
  }

  private void requireWritable() {
    if (json == null) return;
    Path folder = json.toAbsolutePath().getParent();
    if (Files.isDirectory(json) || !Files.isWritable(folder))
      throw new Unusable("cannot write " + json + "; name a file in a folder that exists");
  }

  private void say(String line) {
    spec.commandLine().getErr().println("baton: " + line);
    spec.commandLine().getErr().flush();
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 100 ? seconds + " seconds" : (seconds + 30) / 60 + " minutes";
  }

  private static void delete(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }
}
