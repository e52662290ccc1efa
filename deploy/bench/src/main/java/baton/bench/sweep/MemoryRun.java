package baton.bench.sweep;

import baton.bench.Unusable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much memory the ledger needs, in a JVM of its own with the goal's heap. The ledger keeps what
 * is concluded as long as there is room, so it is given the goal's room and, where that is not
 * enough, a tenth more and a tenth more.
 *
 * @param allowed bytes a referral that it was given
 * @param heapBytes of that JVM's heap, after a collection
 * @param ledgerBytes as the ledger itself counts
 * @param readGenerally records that were not read in the fast way
 */
record MemoryRun(
    long referrals,
    double openShare,
    String heap,
    double allowed,
    long events,
    double seconds,
    long heapBytes,
    long ledgerBytes,
    long readGenerally) {
  static final double GOAL = 52;

  /** What the ledger may take of it: a little is left to the JVM that it runs in. */
  private static final double ALLOWED = 51;

  private static final String HEAP = "3g";
  private static final double MORE = 1.1;
  private static final int TRIES = 12;

  double bytesPerReferral() {
    return heapBytes / (double) referrals;
  }

  static MemoryRun run(long referrals, double openShare, int threads, long seed)
      throws IOException, InterruptedException {
    double allowed = ALLOWED;
    for (int attempt = 0; attempt < TRIES; attempt++, allowed *= MORE) {
      JsonNode told = told(referrals, openShare, threads, allowed, seed);
      if (told.path("full").asBoolean()) continue;
      if (told.path("referrals").asLong() != referrals)
        throw new IllegalStateException("the ledger has not all referrals: " + told);
      return new MemoryRun(
          referrals,
          openShare,
          HEAP,
          allowed,
          told.path("events").asLong(),
          told.path("nanos").asLong() / 1e9,
          told.path("heapBytes").asLong(),
          told.path("ledgerBytes").asLong(),
          told.path("general").asLong());
    }
    throw new Unusable(
        "with so many open ones the ledger does not fit into %.0f bytes a referral; ask for a smaller --open"
            .formatted(allowed / MORE));
  }

  private static JsonNode told(
      long referrals, double openShare, int threads, double allowed, long seed)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryMain.class.getName()));
    for (Object each : List.of(referrals, openShare, threads, allowed, seed))
      command.add(each.toString());
    var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String last = null;
    try (var lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) last = line;
    } finally {
      child.destroy();
    }
    if (child.waitFor() != 0 || last == null)
      throw new IllegalStateException(
          "the JVM that measures memory ended with " + child.exitValue());
    return new ObjectMapper().readTree(last);
  }
}
