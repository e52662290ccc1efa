package baton.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge of the log is judged: what it must find, it finds. */
class LogBookTest {
  private static final String FIRST = event("e1", "s", 0, "x");
  private static final String SECOND = event("e2", "s", 1, "x");
  private static final String THIRD = event("e3", "s", 2, "x");

  @Test
  void repeats_in_any_place_are_in_order() {
    var book = read(FIRST, SECOND, FIRST, SECOND, THIRD);
    assertThat(book.reordered()).isEmpty();
    assertThat(book.ids()).hasSize(3);
    assertThat(book.records()).isEqualTo(5);
    assertThat(book.story("r").events()).hasSize(3);
  }

  @Test
  void an_event_before_its_predecessor_is_not() {
    assertThat(read(FIRST, THIRD, SECOND).reordered()).contains("/service s: 2 after 0");
  }

  @Test
  void a_gap_is_not() {
    assertThat(read(FIRST, THIRD).reordered()).containsExactly("/service s: 2 after 0");
  }

  @Test
  void another_event_in_the_same_place_is_not() {
    assertThat(read(FIRST, SECOND, event("e9", "s", 1, "x")).reordered()).hasSize(1);
  }

  @Test
  void other_bytes_under_the_same_id_are_not() {
    assertThat(read(FIRST, event("e1", "s", 0, "y")).reordered())
        .containsExactly("e1 came with other bytes");
  }

  private static LogBook read(String... events) {
    return LogBook.of(Stream.of(events).map(event -> event.getBytes(UTF_8)).toList());
  }

  private static String event(String id, String stream, int sequence, String kind) {
    return """
    {"id":"%s","source":"/service","subject":"%s","referral":"r","streamsequence":"%010d","type":"%s"}"""
        .formatted(id, stream, sequence, kind);
  }
}
