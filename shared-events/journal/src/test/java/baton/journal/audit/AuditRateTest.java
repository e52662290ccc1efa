package baton.journal.audit;

import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.journal.audit.AuditedLog.Polled;
import baton.journal.envelope.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An audit must not take from those who work what it reads at most. */
class AuditRateTest {
  private static final int RECORDS = 40;

  /** Referrals enough to have one in every partition. */
  private static final int OTHERS = 60;

  /** So many that no rest after records is as long as one in which it waits for something else. */
  private static final int A_SECOND = 1_000_000;

  private static final Duration OF_ONE_RECORD = Duration.ofNanos(1_000);

  private final AuditedService service = new AuditedService();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void it_rests_for_as_long_as_what_it_has_read_may_take() {
    service.stores(RECORDS);
    service.awaitPublished();
    Duration rested =
        service.auditsInHaste(A_SECOND).stream()
            .filter(rest -> rest.compareTo(Duration.ofSeconds(1)) < 0)
            .reduce(Duration.ZERO, Duration::plus);

    long read = (long) service.meters.get("baton.audit.records").counter().count();
    assertThat(read).as("its own and those of others").isGreaterThanOrEqualTo(RECORDS);
    assertThat(rested).isGreaterThanOrEqualTo(OF_ONE_RECORD.multipliedBy(read));
  }

  /** Hours may lie between the beginning of an audit and its end. */
  @Test
  void what_is_written_behind_the_ends_meanwhile_is_not_read() {
    var slow = service.stores(RECORDS);
    service.awaitPublished();
    try (var log = service.log()) {
      var now = log.places();
      var endless = partition(slow, now);
      var places = new HashMap<TopicPartition, Place>();
      for (Place place : now)
        places.put(
            place.partition(),
            place.partition().equals(endless)
                ? new Place(endless, place.topicId(), place.next(), Long.MAX_VALUE)
                : place);
      log.goTo(places.values());
      var open = new HashSet<TopicPartition>();
      for (Place place : places.values()) if (!place.done()) open.add(place.partition());
      await("all others are read to their ends")
          .pollInSameThread()
          .until(
              () -> {
                if (open.size() > 1) open.removeAll(log.poll(places).reached());
                return open.equals(Set.of(endless));
              });

      for (int i = 0; i < OTHERS; i++) service.stores(3);
      service.stores(slow, RECORDS, 1);
      service.awaitPublished();
      var last = service.event(slow, RECORDS).toString();
      var polled = new ArrayList<Polled>();
      await("the last event of the slow one")
          .pollInSameThread()
          .until(
              () -> {
                polled.add(log.poll(places));
                return polled.getLast().records().stream()
                    .anyMatch(record -> new String(record.value(), UTF_8).contains(last));
              });
      assertThat(polled).allMatch(one -> one.read() == one.records().size());
    }
  }

  private static TopicPartition partition(ReferralId referral, List<Place> places) {
    var partitions =
        places.stream().filter(place -> place.partition().topic().equals(Topics.REFERRALS)).count();
    byte[] key = referral.toString().getBytes(UTF_8);
    return new TopicPartition(
        Topics.REFERRALS, BuiltInPartitioner.partitionForKey(key, (int) partitions));
  }
}
