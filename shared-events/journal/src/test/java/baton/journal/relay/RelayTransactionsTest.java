package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writers whose transactions end in another order than they began. */
class RelayTransactionsTest {
  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private Relay relay;

  private final String first = RelayStore.newId();
  private final String second = RelayStore.newId();

  @BeforeEach
  void start() {
    relay = new Relays(store).started();
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void what_was_inserted_first_and_committed_last_is_not_stepped_over() throws SQLException {
    try (Connection slow = store.begin()) {
      store.append(slow, first, first, 0);
      store.append(second, second, 0);
      roundsPass();
      assertThat(log.events()).isEmpty();
      assertThat(relay.progress().lagEvents()).isEqualTo(1);

      slow.commit();
    }
    published();
    log.mustTell(store.committed());
    assertThat(log.events()).hasSize(2);
  }

  @Test
  void an_id_taken_early_and_used_late_does_not_reorder_a_stream() throws SQLException {
    try (Connection early = store.beginEarly()) {
      store.append(first, first, 0);
      store.append(early, first, first, 1);
      early.commit();
    }
    published();
    log.mustTell(store.committed());
  }

  @Test
  void an_event_below_the_horizon_waits_for_its_predecessor_above_it() throws SQLException {
    try (Connection early = store.beginEarly();
        Connection open = store.beginEarly()) {
      store.append(first, first, 0);
      store.append(early, first, first, 1);
      store.append(early, second, second, 0);
      early.commit();

      await().until(() -> log.events().size() == 1);
      roundsPass();
      assertThat(log.events()).extracting(Envelope::subject).containsExactly(second);
      assertThat(relay.progress().held()).isEqualTo(1);
      assertThat(relay.progress().idle()).isFalse();

      open.rollback();
    }
    published();
    log.mustTell(store.committed());
    assertThat(relay.progress().held()).isZero();
  }

  @Test
  void a_relay_that_starts_again_while_one_waits_forgets_nothing() throws SQLException {
    try (Connection early = store.beginEarly();
        Connection open = store.beginEarly()) {
      store.append(first, first, 0);
      store.append(early, first, first, 1);
      store.append(early, second, second, 0);
      early.commit();
      await().until(() -> log.events().size() == 1);

      relay.close();
      relay = new Relays(store).started();
      await().until(() -> relay.progress().held() == 1);
      open.rollback();
    }
    published();
    log.mustTell(store.committed());
  }

  @Test
  void what_was_rolled_back_is_never_told() throws SQLException {
    try (Connection undone = store.begin()) {
      store.append(undone, first, first, 0);
      store.append(second, second, 0);
      undone.rollback();
    }
    published();
    log.mustTell(store.committed());
    assertThat(log.events()).extracting(Envelope::subject).containsExactly(second);
  }

  @Test
  void a_writer_that_dies_holds_nothing_up() throws SQLException {
    try (Connection dying = store.begin()) {
      store.append(dying, first, first, 0);
      store.append(second, second, 0);
      store.execute("select pg_terminate_backend(" + RelayStore.backend(dying) + ")");
      published();
    }
    log.mustTell(store.committed());
    assertThat(log.events()).extracting(Envelope::subject).containsExactly(second);
  }

  @Test
  void the_register_and_the_referrals_have_topics_of_their_own() throws SQLException {
    store.append(null, "roster-46", 0, 1, 2);
    store.append(first, first, 0);
    published();
    log.mustTell(store.committed());
  }

  private void published() {
    await().untilAsserted(() -> assertThat(relay.progress()).matches(RelayProgress::idle));
  }

  /** Long enough for the relay to have read the store several times. */
  private void roundsPass() {
    int heard = log.heartbeats().size();
    await().until(() -> log.heartbeats().size() >= heard + 2);
  }
}
