package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Thousands of events by hostile writers. A failure names its seed: set it here to repeat it. */
class RelayHostileTest {
  private static final long SEED = Long.getLong("baton.relay.seed", System.nanoTime());
  private static final int TRANSACTIONS_EACH = 250;

  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);

  @Test
  void nothing_is_skipped_reordered_or_invented() throws Exception {
    // A relay that lags behind meets finished transactions only: this one keeps up.
    relays.batch = 1_000;
    try (Relay relay = relays.started()) {
      new HostileWriters(store, SEED, relay::wake).write(TRANSACTIONS_EACH);
      published(relay);
    }
    var committed = store.committed();
    assertThat(committed).as("seed %d", SEED).hasSizeGreaterThan(4_000);
    log.mustTell(committed);
  }

  @Test
  void two_relays_take_over_from_each_other_whenever_one_loses_its_connection() throws Exception {
    relays.batch = 100;
    try (Relay one = relays.started("one");
        Relay two = relays.started("two")) {
      var writing = CompletableFuture.runAsync(() -> write(one, two));
      int killed = 0;
      while (!writing.isDone()) {
        await()
            .pollInterval(Duration.ofMillis(20))
            .until(() -> one.progress().publishing() || two.progress().publishing());
        if (store.killOwner()) killed++;
      }
      writing.join();
      assertThat(killed).as("take-overs").isGreaterThan(3);
      published(one);
      // Who follows a lost connection is chance: this time it has to be the other.
      Relay owner = one.progress().publishing() ? one : two;
      Relay other = owner == one ? two : one;
      owner.close();
      await().until(() -> other.progress().publishing());
    }
    log.mustTell(store.committed());
  }

  private void write(Relay one, Relay two) {
    try {
      new HostileWriters(
              store,
              SEED,
              () -> {
                one.wake();
                two.wake();
              })
          .write(TRANSACTIONS_EACH / 2);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static void published(Relay relay) {
    await()
        .untilAsserted(
            () -> assertThat(relay.progress()).as("seed %d", SEED).matches(RelayProgress::idle));
  }
}
