package baton.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.recovery.Situation.Kind;
import baton.journal.recovery.StoreView.Done;
import baton.journal.recovery.StoreView.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final String TOPIC = "baton.referrals";
  private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

  @Test
  void a_log_that_begins_where_it_was_read_to_lacks_nothing() {
    assertThat(look(Map.of(FIRST, 5L, SECOND, 0L), read(0, 5))).isEmpty();
  }

  @Test
  void records_were_deleted_that_the_service_has_not_read() {
    assertThat(look(Map.of(FIRST, 6L, SECOND, 0L), read(0, 5)))
        .containsExactly(
            "baton.referrals-0 begins at offset 6, but this service has read it up to 5");
  }

  @Test
  void records_were_deleted_of_a_partition_of_which_it_has_read_none() {
    assertThat(look(Map.of(FIRST, 0L, SECOND, 2L), read(0, 5)))
        .containsExactly(
            "baton.referrals-1 begins at offset 2, but this service has read it up to 0");
  }

  @Test
  void a_topic_that_the_service_only_writes_may_begin_anywhere() {
    assertThat(look(Map.of(FIRST, 6L), new Mark(Done.PUBLISHED, TOPIC, "id", 0, 7))).isEmpty();
  }

  private static Mark read(int partition, long next) {
    return new Mark(Done.READ, TOPIC, "id", partition, next);
  }

  private static List<String> look(Map<TopicPartition, Long> begins, Mark... marks) {
    var store = new StoreView("/risk-service", "cluster", List.of(marks), Optional.empty());
    var log = new LogView("cluster", Map.of(TOPIC, "id"), begins, Map.of(FIRST, 9L, SECOND, 9L));
    return Diagnosis.of(store, log).stream()
        .peek(found -> assertThat(found.kind()).isEqualTo(Kind.BEGINNING_GONE))
        .map(found -> found.sentence().split(" only: its beginning was deleted")[0])
        .toList();
  }
}
