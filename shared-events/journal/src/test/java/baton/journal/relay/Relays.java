package baton.journal.relay;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.journal.clock.BusinessClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Relays of one store, with one thing or another that fails. */
final class Relays {
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  record Told(String what, ReferralId referral, EventId event) {}

  private final RelayStore store;
  final List<Told> told = new CopyOnWriteArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Small, so that what is told of batches is told of many. */
  int batch = 7;

  BusinessClock clock = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);

  Relays(RelayStore store) {
    this.store = store;
  }

  Relay started() {
    return started("one");
  }

  Relay started(String instance) {
    return started(instance, store.dataSource("relay " + instance), KafkaProducer::new);
  }

  Relay started(DataSource own) {
    return started("one", own, KafkaProducer::new);
  }

  Relay started(Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
    return started("one", store.dataSource("relay"), producers);
  }

  Relay polling(Duration poll) {
    return started("one", store.dataSource("relay"), KafkaProducer::new, poll);
  }

  private Relay started(
      String instance,
      DataSource own,
      Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
    return started(instance, own, producers, Duration.ofMillis(20));
  }

  private Relay started(
      String instance,
      DataSource own,
      Function<Map<String, Object>, Producer<byte[], byte[]>> producers,
      Duration poll) {
    var settings =
        new RelaySettings(store.source, instance, RelayLog.KAFKA, batch, poll, HEARTBEAT);
    var relay =
        new Relay(settings, own, store.dataSource("pool"), clock, parking(), meters, producers);
    relay.start();
    return relay;
  }

  private RelayParking parking() {
    return new RelayParking() {
      @Override
      public void parked(ReferralId referral, EventId event, String type) {
        told.add(new Told("parked", referral, event));
      }

      @Override
      public void released(ReferralId referral, EventId event) {
        told.add(new Told("released", referral, event));
      }
    };
  }
}
