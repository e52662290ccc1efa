package baton.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search on which the proof of sealing rests. */
@Order(0)
class TracesTest {
  private static final String NAME = "Zsófia Łukasiewicz";

  private final Traces traces = new Traces(List.of(NAME, "someone else"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"names\":[\"Zsófia Łukasiewicz\"]}",
        "{\"names\":[\"Zs\\u00f3fia \\u0141ukasiewicz\"]}",
        "{\"names\":[\"Zs\\u00F3fia \\u0141ukasiewicz\"]}",
        "GET /people?name=Zs%C3%B3fia+%C5%81ukasiewicz"
      })
  void sees_a_name_however_it_is_escaped(String content) {
    traces.look("here", content.getBytes(UTF_8));
    assertThat(traces.placesOf(NAME)).containsExactly("here");
    assertThat(traces.placesOf("someone else")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "xyz", "box="})
  void sees_through_base64_wherever_it_begins(String before) {
    var json = "{\"a\":1,\"names\":[\"" + NAME + "\"]}";
    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
      var here = "here " + encoder;
      traces.look(here, (before + encoder.encodeToString(json.getBytes(UTF_8))).getBytes(UTF_8));
      assertThat(traces.placesOf(NAME)).contains(here + " (base64)");
    }
  }

  @Test
  void sees_nothing_where_nothing_is() {
    traces.look("here", "Zsofia Lukasiewicz, abcdefghijklmnopqrstuvwxyz==".getBytes(UTF_8));
    assertThat(traces.seen()).isEmpty();
  }
}
