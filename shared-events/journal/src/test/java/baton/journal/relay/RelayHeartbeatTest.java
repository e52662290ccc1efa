package baton.journal.relay;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayHeartbeatTest {
  private static final Instant NINE = Instant.parse("2013-11-14T09:00:00Z");
  private static final Instant TEN = Instant.parse("2013-11-14T10:00:00Z");

  private final RelayStore store = new RelayStore();
  private final RelayLog log = new RelayLog(store.source);
  private final Relays relays = new Relays(store);
  private final String referral = RelayStore.newId();
  private HeartbeatListener listener;
  private Relay relay;
  private volatile Instant businessTime = NINE;

  @BeforeEach
  void start() {
    relays.clock = () -> businessTime;
    relay = relays.started();
    listener = new HeartbeatListener(RelayLog.KAFKA, heartbeat -> {});
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.close();
    relay.close();
  }

  @Test
  void a_quiet_relay_says_that_it_is_there_and_up_to_when_all_is_published() throws SQLException {
    store.append(referral, referral, 0);
    await().until(() -> relay.progress().idle());
    Position published = store.cursor();
    await()
        .until(
            () ->
                listener
                    .heartbeats()
                    .of(store.source)
                    .filter(heard -> heard.position().equals(published))
                    .isPresent());

    Heartbeat heard = listener.heartbeats().of(store.source).orElseThrow();
    assertThat(heard.instance()).isEqualTo("one");
    assertThat(heard.watermark()).isEqualTo(NINE);
    assertThat(heard.at()).isAfter(TEN);
    assertThat(heard.idle()).isTrue();
  }

  @Test
  void a_stepped_clock_is_followed_by_the_watermark() {
    await().until(() -> heardWatermark(NINE));
    businessTime = TEN;
    relay.beat();
    await().until(() -> heardWatermark(TEN));
    assertThat(relay.progress().watermark()).isEqualTo(TEN);
  }

  @Test
  void the_watermark_waits_for_a_writer_that_may_have_read_the_clock_before() throws SQLException {
    await().until(() -> heardWatermark(NINE));
    try (Connection writer = store.beginEarly()) {
      String recorded = Times.text(NINE.plusSeconds(1));
      businessTime = TEN;
      relay.beat();
      int heard = log.heartbeats().size();
      await().until(() -> log.heartbeats().size() >= heard + 2);
      assertThat(log.heartbeats().getLast().watermark()).isEqualTo(NINE);

      store.append(
          writer, store.event("baton.referral-received.v1", referral, referral, 0, recorded, 10));
      writer.commit();
    }
    await().until(() -> heardWatermark(TEN));
    assertThat(log.events()).hasSize(1);
  }

  @Test
  void a_service_not_heard_of_is_silent() {
    await().until(() -> listener.heartbeats().of(store.source).isPresent());
    Heartbeats heard = listener.heartbeats();
    assertThat(heard.silent(store.source, Instant.now(), Duration.ofMinutes(1))).isFalse();
    assertThat(heard.silent(store.source, Instant.now().plusSeconds(90), Duration.ofMinutes(1)))
        .isTrue();
    assertThat(heard.silent("/never", Instant.now(), Duration.ofMinutes(1))).isTrue();
  }

  private boolean heardWatermark(Instant watermark) {
    return listener
        .heartbeats()
        .of(store.source)
        .map(Heartbeat::watermark)
        .filter(watermark::equals)
        .isPresent();
  }
}
