package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relay that fails once, at each place where it can. */
class RelayFaultsTest {
  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private int rounds;

  @ParameterizedTest
  @EnumSource
  void at_statement_n_for_every_n_until_none_is_left(FailingStatements.When when)
      throws SQLException {
    boolean failed = true;
    for (int n = 1; failed; n++) {
      writeOneRound();
      var statements = new FailingStatements(store.dataSource("relay"), n, when);
      try (Relay relay = relays.started(statements.dataSource())) {
        published(relay);
        failed = statements.hasFailed();
      }
    }
    assertThat(rounds).as("statements that failed").isGreaterThan(12);
    log.mustTell(store.committed());
  }

  @ParameterizedTest
  @EnumSource
  void at_send_n_for_every_n_until_none_is_left(FailingSends.How how) throws SQLException {
    boolean failed = true;
    for (int n = 1; failed; n++) {
      writeOneRound();
      var sends = new FailingSends(n, how);
      try (Relay relay = relays.started(sends)) {
        published(relay);
        failed = sends.hasFailed();
        // The failing send may be a heartbeat: nobody waits for it, and it may come after all else.
        await()
            .untilAsserted(() -> assertThat(sends.producers).hasValue(sends.hasFailed() ? 2 : 1));
      }
    }
    assertThat(rounds).as("sends that failed").isGreaterThan(20);
    log.mustTell(store.committed());
  }

  /** Three batches with an event that is held, and one that comes late. */
  private void writeOneRound() throws SQLException {
    rounds++;
    String late = RelayStore.newId();
    String busy = RelayStore.newId();
    try (Connection early = store.beginEarly()) {
      store.append(late, late, 0);
      store.append(busy, busy, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      store.append(null, "register-" + rounds, 0, 1);
      store.append(early, late, late, 1);
      store.append(early, RelayStore.newId(), "other-" + rounds, 0);
      early.commit();
    }
    store.append(busy, busy, 10, 11, 12);
    store.append(late, late, 2);
  }

  private static void published(Relay relay) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(relay.progress()).matches(RelayProgress::idle));
  }
}
