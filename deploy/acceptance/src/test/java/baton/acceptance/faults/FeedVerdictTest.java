package baton.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdict on a feed is no rubber stamp. */
class FeedVerdictTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode OFFERED = entry(1, "disseminated", "r-1", true);
  private static final JsonNode ENDED = entry(2, "withdrawn", "r-1", false);
  private static final JsonNode OTHER = entry(3, "disseminated", "r-2", true);
  private static final List<JsonNode> FEED = List.of(OFFERED, ENDED, OTHER);

  @Test
  void what_is_right_is_let_pass() {
    var closed = entry(1, "disseminated", "r-1", false);
    assertThat(
            verdict(FEED)
                .atLeastOnce("topic", List.of(OFFERED, ENDED, closed, ENDED, OTHER))
                .neverAfterItsWithdrawal("topic", List.of(OFFERED, ENDED, closed, ENDED, OTHER))
                .wrong())
        .isEmpty();
  }

  @Test
  void a_hole_a_repeat_and_another_feed_are_seen_by_cursor() {
    assertThat(new FeedVerdict(List.of(OFFERED, OTHER)).cursor(FEED).wrong()).hasSize(2);
    assertThat(new FeedVerdict(List.of(OFFERED, OFFERED)).cursor(List.of(OFFERED)).wrong())
        .hasSize(2);
    assertThat(new FeedVerdict(FEED).cursor(FEED).wrong())
        .singleElement()
        .asString()
        .contains("content that was withdrawn");
  }

  @Test
  void a_repeat_a_loss_and_another_order_are_seen_on_the_stream() {
    assertThat(verdict(FEED).exactlyOnce("stream", FEED).wrong()).isEmpty();
    for (var came :
        List.of(
            List.of(OFFERED, ENDED),
            List.of(OFFERED, ENDED, ENDED, OTHER),
            List.of(ENDED, OFFERED, OTHER)))
      assertThat(verdict(FEED).exactlyOnce("stream", came).wrong()).hasSize(1);
  }

  @Test
  void what_was_promised_and_not_told_is_missed() {
    assertThat(new FeedVerdict(FEED).told(Set.of("r-1", "r-3"), Set.of("r-2")).wrong()).hasSize(2);
  }

  @Test
  void a_loss_and_another_order_are_seen_on_a_way() {
    assertThat(verdict(FEED).atLeastOnce("topic", List.of(OFFERED, ENDED)).wrong()).hasSize(1);
    assertThat(verdict(FEED).atLeastOnce("topic", List.of(ENDED, OTHER, OFFERED)).wrong())
        .hasSize(1);
  }

  @Test
  void an_id_that_names_two_entries_is_seen() {
    var another = entry(1, "disseminated", "r-2", true);
    assertThat(verdict(FEED).atLeastOnce("topic", List.of(OFFERED, ENDED, another, OTHER)).wrong())
        .hasSize(1);
  }

  @Test
  void content_behind_its_withdrawal_is_seen_in_a_repeat() {
    assertThat(
            verdict(FEED)
                .neverAfterItsWithdrawal("webhook", List.of(OFFERED, ENDED, OFFERED, OTHER))
                .wrong())
        .singleElement()
        .asString()
        .contains("content after its withdrawal");
  }

  private static FeedVerdict verdict(List<JsonNode> feed) {
    List<JsonNode> again = List.of(entry(1, "disseminated", "r-1", false), ENDED, OTHER);
    return new FeedVerdict(feed).cursor(again).told(Set.of("r-1", "r-2"), Set.of("r-1"));
  }

  private static ObjectNode entry(int position, String kind, String subject, boolean content) {
    var entry =
        JSON.createObjectNode()
            .put("id", "id-" + position)
            .put("type", "baton.feed." + kind + ".v1")
            .put("subject", subject)
            .put("feedposition", position);
    var data = entry.putObject("data").put("number", 1);
    if (content) data.putObject("package");
    return entry;
  }
}
