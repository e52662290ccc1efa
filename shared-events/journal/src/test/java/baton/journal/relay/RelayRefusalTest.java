package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.RealParts;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A relay that must not publish says so in one sentence, and does not. */
class RelayRefusalTest {
  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private final String referral = RelayStore.newId();

  @Test
  void a_store_restored_from_the_past_is_not_published() throws SQLException {
    publishAll();
    store.execute("delete from event_entry where sequence_number > 0");
    refuses("which this event store does not reach");
  }

  @Test
  void a_store_copied_from_another_server_is_not_published() throws SQLException {
    store.append(referral, referral, 0);
    store.execute("update event_entry set transaction_id = '4000000000'");
    refuses("has not given out yet");
  }

  @Test
  void a_topic_made_anew_is_not_published_to() throws SQLException {
    publishAll();
    RealParts.get().freshTopics();
    store.append(referral, referral, 3);
    refuses("was made anew");
  }

  @Test
  void a_topic_made_anew_under_a_running_relay_stops_it() throws SQLException {
    try (Relay relay = relays.started()) {
      store.append(referral, referral, 0);
      published(relay);
      RealParts.get().freshTopics();
      await()
          .untilAsserted(
              () ->
                  assertThat(relay.trouble())
                      .hasValueSatisfying(why -> assertThat(why).contains("was made anew")));
    }
  }

  @Test
  void a_log_shorter_than_it_was_is_published_again() throws SQLException {
    publishAll();
    store.execute("update relay_acked set acked_offset = acked_offset + 1000");
    try (Relay relay = relays.started()) {
      await().until(() -> log.events().size() == 6);
      published(relay);
    }
    log.mustTell(store.committed());
  }

  private void publishAll() throws SQLException {
    store.append(referral, referral, 0, 1, 2);
    try (Relay relay = relays.started()) {
      published(relay);
    }
  }

  private void refuses(String why) throws SQLException {
    Position before = store.cursor();
    try (Relay relay = relays.started()) {
      await()
          .untilAsserted(
              () ->
                  assertThat(relay.trouble())
                      .hasValueSatisfying(
                          sentence ->
                              assertThat(sentence)
                                  .startsWith("The relay publishes nothing")
                                  .contains(why)));
      assertThat(relay.progress().publishing()).isFalse();
      assertThat(relay.progress().trouble()).contains(why);
    }
    assertThat(store.cursor()).isEqualTo(before);
  }

  private static void published(Relay relay) {
    await().untilAsserted(() -> assertThat(relay.progress()).matches(RelayProgress::idle));
  }
}
