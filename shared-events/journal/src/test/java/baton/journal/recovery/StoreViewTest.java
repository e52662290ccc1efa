package baton.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.Topics;
import baton.journal.recovery.StoreView.Done;
import baton.journal.recovery.StoreView.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** From where a store is compared with the log when its service starts. */
class StoreViewTest {
  private static final TopicPartition OPENINGS = new TopicPartition(Topics.ACCESS, 0);
  private static final TopicPartition REFERRALS = new TopicPartition(Topics.REFERRALS, 0);

  @Test
  void what_was_compared_at_the_last_start_is_not_compared_again() {
    StoreView view = view(mark(Done.PUBLISHED, 3), mark(Done.COMPARED, 900));
    assertThat(view.compared(OPENINGS, log("id", 1000))).isEqualTo(900);
    assertThat(view.compared(OPENINGS, log("another", 1000))).isEqualTo(3);
    assertThat(view.compared(OPENINGS, log("id", 800))).as("a log that was cut").isEqualTo(3);
    assertThat(view().compared(OPENINGS, log("id", 1000))).isZero();
  }

  @Test
  void of_what_it_reads_its_reader_s_place_counts_alone() {
    var read = new Mark(Done.READ, Topics.REFERRALS, "id", 0, 40);
    var compared = new Mark(Done.COMPARED, Topics.REFERRALS, "id", 0, 50);
    assertThat(view(read, compared).compared(REFERRALS, log("id", 100))).isEqualTo(40);
  }

  private static Mark mark(Done done, long next) {
    return new Mark(done, Topics.ACCESS, "id", 0, next);
  }

  private static StoreView view(Mark... marks) {
    return new StoreView("/intake-service", "cluster", List.of(marks), Optional.empty());
  }

  private static LogView log(String id, long end) {
    return new LogView(
        "cluster",
        Map.of(Topics.ACCESS, id, Topics.REFERRALS, id),
        Map.of(OPENINGS, 0L, REFERRALS, 0L),
        Map.of(OPENINGS, end, REFERRALS, end));
  }
}
