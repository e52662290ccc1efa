package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten million events through store and relay with hostile writers, checked while they pass; fewer
 * by {@code -Dbaton.hostile.events}.
 */
@Tag("full")
class HostileLoadTest {
  private static final long EVENTS = Long.getLong("baton.hostile.events", 10_000_000);
  private static final long SEED = Long.getLong("baton.relay.seed", 20_261_122);
  private static final Duration STALLED = Duration.ofMinutes(2);

  /** Twenty times in a run, the first time when there is something to take over. */
  private static final long TAKE_OVER_EVERY = Math.max(1, EVENTS / 20);

  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private final HostileStreams read = new HostileStreams(HostileLoad.STREAMS);
  private long invented;
  private long outOfOrder;
  private long takeOvers;

  @Test
  void nothing_is_skipped_or_out_of_order() throws Exception {
    relays.batch = 1_000;
    long started = System.nanoTime();
    try (Relay one = relays.started("one");
        Relay two = relays.started("two")) {
      var load =
          new HostileLoad(
              store,
              SEED,
              () -> {
                one.wake();
                two.wake();
              });
      var writing = CompletableFuture.runAsync(() -> write(load));
      read(load, writing);
      writing.join();
      double seconds = (System.nanoTime() - started) / 1e9;
      int skipped = load.committed.differentFrom(read);
      System.out.printf(
          "%nHostile writers, seed %d: %,d events committed in %.0f s (%,.0f a second), %,d rolled"
              + " back, %,d died; %,d on the log, %,d repeats after %d take-overs: %d streams with"
              + " a gap, %d out of order, %d invented%n",
          SEED,
          load.committed.events(),
          seconds,
          load.committed.events() / seconds,
          load.rolledBack.get(),
          load.died.get(),
          read.events(),
          read.repeats(),
          takeOvers,
          skipped,
          outOfOrder,
          invented);
      assertThat(load.committed.events()).isGreaterThanOrEqualTo(EVENTS);
      assertThat(read.events()).as("on the log").isEqualTo(load.committed.events());
      assertThat(List.of((long) skipped, outOfOrder, invented)).containsOnly(0L);
      assertThat(takeOvers).as("take-overs").isGreaterThanOrEqualTo(10);
    }
  }

  private static void write(HostileLoad load) {
    try {
      load.write(EVENTS);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** Until all is read that was committed, or nothing comes any more. */
  private void read(HostileLoad load, CompletableFuture<Void> writing) throws Exception {
    try (var consumer = log.follow()) {
      long lastNews = System.nanoTime();
      while (!writing.isDone() || read.events() < load.committed.events()) {
        var records = consumer.poll(Duration.ofMillis(100));
        if (!records.isEmpty()) lastNews = System.nanoTime();
        assertThat(Duration.ofNanos(System.nanoTime() - lastNews))
            .as("nothing comes")
            .isLessThan(STALLED);
        long before = read.events();
        for (var record : records) take(record);
        load.ahead.release((int) (read.events() - before));
        if (read.events() >= TAKE_OVER_EVERY * (takeOvers + 1) && store.killOwner()) takeOvers++;
        if (writing.isCompletedExceptionally()) return;
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var event = Envelope.parse(record.value());
    if (!event.source().equals(store.source)) return;
    int stream = HostileLoad.stream(event.subject());
    long expected = read.next(stream);
    if (event.streamSequence() == expected) read.add(stream, event.id());
    else if (event.streamSequence() > expected) outOfOrder++;
    else if (!read.isRepeat(stream, event.streamSequence(), event.id())) invented++;
  }
}
