package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayProgressTest {
  private final RelayStore store = new RelayStore();
  private final RelayStore otherService = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private final String referral = RelayStore.newId();

  @Test
  void lag_is_counted_and_the_transaction_that_causes_it_in_another_service_is_named()
      throws SQLException {
    try (Relay relay = relays.started();
        Connection stalled = otherService.dataSource("stalled upload").getConnection()) {
      stalled.setAutoCommit(false);
      RelayStore.takeId(stalled);
      store.append(referral, referral, 0, 1, 2);
      await().until(() -> relay.progress().lag().compareTo(Duration.ofMillis(50)) > 0);

      RelayProgress progress = relay.progress();
      assertThat(progress.idle()).isFalse();
      assertThat(progress.lagEvents()).isEqualTo(3);
      assertThat(progress.storeHead()).isGreaterThan(progress.published());
      assertThat(progress.oldestTransaction())
          .hasValueSatisfying(
              oldest -> assertThat(oldest.application()).isEqualTo("stalled upload"));
      assertThat(relays.meters.get("baton.relay.lag.events").gauge().value()).isEqualTo(3);
      assertThat(
              relays
                  .meters
                  .get("baton.transactions.oldest")
                  .tag("application", "stalled upload")
                  .gauge()
                  .value())
          .isPositive();

      stalled.rollback();
      await().until(() -> relay.progress().idle());
      assertThat(relay.progress().lag()).isZero();
      assertThat(relay.progress().storeHead()).isEqualTo(relay.progress().published());
      assertThat(relays.meters.get("baton.relay.batch.size").summary().totalAmount()).isEqualTo(3);
    }
    log.mustTell(store.committed());
  }

  @Test
  void any_instance_can_say_how_far_the_store_is_published() throws SQLException {
    try (Relay owner = relays.started("one")) {
      await().until(() -> owner.progress().publishing());
      try (Relay standby = relays.started("two")) {
        store.append(referral, referral, 0, 1);
        await().until(() -> standby.progress().idle());
        assertThat(standby.progress().publishing()).isFalse();
        assertThat(standby.trouble()).isEmpty();
      }
    }
  }

  @Test
  void a_commit_wakes_it_long_before_the_poll() throws SQLException {
    try (Relay relay = relays.polling(Duration.ofMinutes(10))) {
      await().until(() -> relay.progress().publishing());
      await().until(() -> log.heartbeats().size() == 1);
      for (int sequence = 0; sequence < 5; sequence++) {
        store.append(referral, referral, sequence);
        relay.wake();
        await().until(() -> relay.progress().idle());
      }
    }
    log.mustTell(store.committed());
  }

  @Test
  void stopped_it_says_so() {
    Relay relay = relays.started();
    await().until(() -> relay.progress().publishing());
    relay.close();
    assertThat(relay.trouble()).contains("The relay is stopped.");
  }
}
