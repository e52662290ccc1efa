package baton.bench.sweep;

import baton.bench.log.LogMaker;
import baton.bench.log.Plan;
import baton.policy.file.Defaults;
import baton.replay.JournalReader;
import baton.replay.LineReader;
import baton.replay.model.Ledger;
import baton.replay.model.LedgerFull;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code MemoryMain REFERRALS OPEN-SHARE THREADS BYTES-A-REFERRAL SEED}: feeds a made log as bytes
 * straight into the sweep's reader, without a broker, and prints as one line of JSON what the
 * ledger takes of this JVM's heap.
 */
public final class MemoryMain {
  private static final int BATCH = 500;

  /**
   * So long that those under way are few beside those that stay open: a share is what was asked.
   */
  private static final Duration FIFTY_YEARS = Duration.ofDays(50 * 365);

  /** What a ledger needs that has few referrals: the words and forms of the log. */
  private static final double BYTES_AT_LEAST = 8 << 20;

  private MemoryMain() {}

  public static void main(String[] arguments) throws Exception {
    long referrals = Long.parseLong(arguments[0]);
    var plan =
        new Plan(
            referrals, Double.parseDouble(arguments[1]), Long.parseLong(arguments[4]), FIFTY_YEARS);
    int threads = Integer.parseInt(arguments[2]);
    double bytesMax = Math.max(BYTES_AT_LEAST, referrals * Double.parseDouble(arguments[3]));
    var result = new ObjectMapper().createObjectNode();
    // What the maker of the log keeps is no part of the ledger: it is there before and after.
    new LogMaker(plan).make(0, 1, (_, _, _, _) -> {});
    long before = heapUsed();
    var ledger =
        Ledger.empty(
            new Ledger.Size(threads, referrals, (long) bytesMax),
            new JournalReader(),
            Defaults.book(),
            Instant.MAX);
    long started = System.nanoTime();
    try {
      result.put("events", fill(ledger, plan));
    } catch (LedgerFull full) {
      System.out.println(result.put("full", true));
      return;
    }
    result.put("nanos", System.nanoTime() - started);
    result.put("heapBytes", heapUsed() - before);
    result.put("ledgerBytes", ledger.bytes());
    result.put("referrals", ledger.size());
    result.put("late", ledger.late());
    result.put("general", ledger.general());
    result.put("full", false);
    System.out.println(result);
  }

  private static long fill(Ledger ledger, Plan plan) throws Exception {
    int threads = ledger.shards().size();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var parts = new ArrayList<Future<Long>>();
      for (int thread = 0; thread < threads; thread++) {
        Shard shard = ledger.shards().get(thread);
        long first = plan.referrals() * thread / threads;
        long end = plan.referrals() * (thread + 1) / threads;
        parts.add(executor.submit(() -> fill(shard, plan, first, end)));
      }
      long events = 0;
      for (var part : parts) {
        try {
          events += part.get();
        } catch (java.util.concurrent.ExecutionException e) {
          if (e.getCause() instanceof LedgerFull full) throw full;
          throw e;
        }
      }
      return events;
    }
  }

  /** As a consumer hands over what it has decompressed. */
  private static long fill(Shard shard, Plan plan, long first, long end) {
    var reader = new LineReader(shard);
    var lines = new Line[BATCH];
    var counts = new long[2];
    new LogMaker(plan)
        .make(
            first,
            end,
            (_, key, value, length) -> {
              reader.keys().deserialize(null, null, ByteBuffer.wrap(key));
              Line line = reader.deserialize(null, null, ByteBuffer.wrap(value, 0, length));
              lines[(int) counts[0]++] = line;
              counts[1]++;
              if (counts[0] == BATCH) {
                shard.add(lines, BATCH);
                counts[0] = 0;
              }
            });
    shard.add(lines, (int) counts[0]);
    return counts[1];
  }

  private static long heapUsed() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
