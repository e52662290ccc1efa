package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.ReferralId;
import baton.contract.journal.EventParked;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Times;
import baton.journal.envelope.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that the broker refuses for good. */
class RelayParkingTest {
  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private final String poisoned = RelayStore.newId();
  private final String other = RelayStore.newId();
  private Envelope large;
  private Relay relay;

  @BeforeEach
  void a_broker_that_takes_small_records_only() throws Exception {
    largest("200000");
    relay = relays.started();
    store.append(poisoned, poisoned, 0);
    try (Connection connection = store.begin()) {
      store.append(connection, other, other, 0);
      large = incompressible(1);
      store.append(connection, large);
      store.append(connection, poisoned, poisoned, 2);
      store.append(connection, other, other, 1);
      connection.commit();
    }
  }

  @AfterEach
  void that_takes_all_again() throws Exception {
    relay.close();
    largest("1048576");
  }

  @Test
  void its_referral_waits_and_the_rest_goes_on() throws SQLException {
    published();
    store.append(poisoned, poisoned, 3);
    store.append(other, other, 2);
    published();

    assertThat(log.events().stream().filter(e -> other.equals(e.referral())).distinct())
        .extracting(Envelope::streamSequence)
        .containsExactly(0L, 1L, 2L);
    assertThat(log.records(large.id())).isZero();
    assertThat(relay.progress().parked()).isEqualTo(1);
    assertThat(relay.parked()).extracting(ParkedKey::event).containsExactly(large.id());
    assertThat(relays.told)
        .containsExactly(
            new Relays.Told("parked", ReferralId.of(poisoned), EventId.of(large.id())));
    assertThat(relay.trouble()).isEmpty();
  }

  @Test
  void that_it_is_parked_is_published_all_the_same() throws SQLException {
    published();
    try (Connection connection = store.begin()) {
      String now = Times.text(Instant.now());
      store.append(
          connection,
          store.event(
              EventTypes.nameOf(EventParked.class), poisoned, "parking-" + poisoned, 0, now, 20));
      connection.commit();
    }
    published();
    assertThat(log.events()).extracting(Envelope::subject).contains("parking-" + poisoned);
  }

  @Test
  void a_retry_in_vain_leaves_it_parked() throws SQLException {
    published();
    assertThat(relay.retry(ReferralId.of(poisoned))).isTrue();
    await().until(() -> relay.parked().stream().noneMatch(ParkedKey::retry));
    published();
    assertThat(relay.parked()).hasSize(1);
    assertThat(log.records(large.id())).isZero();
  }

  @Test
  void a_retry_publishes_what_waited_in_its_order() throws Exception {
    published();
    store.append(poisoned, poisoned, 3);
    published();
    largest("1048576");

    assertThat(relay.retry(ReferralId.of(poisoned))).isTrue();
    await().until(() -> relay.parked().isEmpty());
    store.append(poisoned, poisoned, 4);
    published();

    log.mustTell(store.committed());
    assertThat(relays.told).extracting(Relays.Told::what).containsExactly("parked", "released");
    assertThat(relay.retry(ReferralId.of(poisoned))).isFalse();
  }

  /** Letters that lz4 cannot make fewer. */
  private Envelope incompressible(long sequence) {
    var random = new Random(1);
    var letters = new byte[300_000];
    random.nextBytes(letters);
    String data = "{\"note\":\"" + Base64.getEncoder().encodeToString(letters) + "\"}";
    Envelope small = store.event(poisoned, poisoned, sequence, 0);
    return new Envelope(
        small.id(),
        small.source(),
        small.type(),
        small.subject(),
        small.referral(),
        sequence,
        small.time(),
        small.recordedTime(),
        small.actor(),
        small.organisation(),
        null,
        null,
        small.marking(),
        true,
        null,
        data);
  }

  private void published() {
    await().untilAsserted(() -> assertThat(relay.progress()).matches(RelayProgress::idle));
  }

  private static void largest(String bytes) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.REFERRALS);
    var change =
        new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(RelayLog.KAFKA)) {
      admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }
  }
}
