package baton.replay;

import baton.replay.model.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a part of the referrals' topic, by one thread for each shard of the ledger. */
final class Stretches {
  private final ReplaySettings settings;
  private final Ledger ledger;

  Stretches(ReplaySettings settings, Ledger ledger) {
    this.settings = settings;
    this.ledger = ledger;
  }

  /** Which of the ledger's shards holds what is in a partition. */
  int shardOf(int partition) {
    return partition % ledger.shards().size();
  }

  /**
   * @param from per partition, where to begin; absent ones from their first offset
   * @param to per partition, exclusive; those absent are not read
   * @param handed told, by every thread, how many records it has taken
   * @throws ReplayCancelled if the watcher wants no more of it
   */
  void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      LogReplay.Watcher watcher,
      IntConsumer handed) {
    var failed = new AtomicBoolean();
    int threads = ledger.shards().size();
    try (var executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("replay-", 0).daemon().factory())) {
      var reading = new ArrayList<Future<?>>();
      for (int shard = 0; shard < threads; shard++) {
        Map<TopicPartition, Long> own = own(shard, from, to);
        if (own.isEmpty()) continue;
        int number = shard;
        reading.add(
            executor.submit(
                () -> {
                  try {
                    read(number, from, own, watcher, handed, failed);
                  } catch (RuntimeException | Error failure) {
                    failed.set(true);
                    throw failure;
                  }
                }));
      }
      for (Future<?> each : reading) await(each, failed);
    }
  }

  private Map<TopicPartition, Long> own(
      int shard, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    var own = new HashMap<>(to);
    own.entrySet()
        .removeIf(
            end ->
                !end.getKey().topic().equals(settings.referralsTopic())
                    || shardOf(end.getKey().partition()) != shard
                    || end.getValue() <= from.getOrDefault(end.getKey(), 0L));
    return own;
  }

  private void read(
      int shard,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      LogReplay.Watcher watcher,
      IntConsumer handed,
      AtomicBoolean failed) {
    try (var stretch = new Stretch(settings.kafka(), ledger.shards().get(shard), from, to)) {
      while (!stretch.isDone()) {
        if (failed.get()) return;
        if (watcher.cancelled()) throw new ReplayCancelled();
        watcher.yield();
        // What concerns no referral, though it stands among them, is the register's.
        int records = stretch.poll(line -> ledger.register(line.register()));
        if (records > 0) handed.accept(records);
      }
    }
  }

  private static void await(Future<?> each, AtomicBoolean failed) {
    try {
      each.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException known) throw known;
      if (failure.getCause() instanceof Error grave) throw grave;
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      failed.set(true);
      Thread.currentThread().interrupt();
      throw new ReplayCancelled();
    }
  }
}
