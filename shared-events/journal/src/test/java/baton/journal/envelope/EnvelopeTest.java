package baton.journal.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final String REFERRAL = "01990000-0000-7000-8000-00000000000a";
  private static final String DATA =
      "{\"referral\":\""
          + REFERRAL
          + "\",\"kind\":\"ARREST\",\"happenedAt\":\"2026-11-21T19:09:00Z\","
          + "\"by\":\"p-1001\"}";

  @Test
  void the_bytes_are_those_approved_by_hand() throws IOException {
    assertThat(hostile().bytes()).isEqualTo(approved());
  }

  @Test
  void reading_gives_back_what_was_written() throws IOException {
    assertThat(Envelope.parse(approved())).isEqualTo(hostile());
  }

  @Test
  void a_stored_row_gives_the_same_bytes() throws IOException {
    Envelope e = hostile();
    Envelope ofRow =
        Envelope.ofRow(
            e.source(), e.type(), e.subject(), e.streamSequence(), e.id(), e.metaData(), e.data());
    assertThat(ofRow.bytes()).isEqualTo(approved());
  }

  @Test
  void null_attributes_are_left_out() {
    String text = new String(plain().bytes(), UTF_8);
    assertThat(text)
        .doesNotContain("null", "causationid", "correlationid", "traceparent", "custody")
        .doesNotContain("\"referral\":");
    assertThat(Envelope.parse(plain().bytes())).isEqualTo(plain());
  }

  @Test
  void hostile_strings_survive_the_round_trip() {
    var chance = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      String hostile =
          chance
              .ints(1 + chance.nextInt(20), 0, 0x11000)
              .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
              .mapToObj(Character::toString)
              .reduce("\"", String::concat);
      Envelope written = about(hostile);
      Envelope read = Envelope.parse(written.bytes());
      assertThat(read).isEqualTo(written);
      assertThat(read.bytes()).isEqualTo(written.bytes());
    }
  }

  @Test
  void another_order_and_unknown_attributes_are_read() {
    String text =
        """
        {"data" : { "a": [1, {"b": "}"}] } , "newer": {"data": 1}, "count": 3,
         "datacontenttype":"application/json","marking":"OFFICIAL","organisation":"46",
         "actor":"person:p-1","recordedtime":"2026-11-21T19:10:00.130001Z",
         "time":"2026-11-21T19:09:00Z","streamsequence":"0000000007","subject":"s",
         "type":"baton.newer.v9","source":"/x","id":"i","referral":null,"specversion":"1.0"}""";
    Envelope read = Envelope.parse(text.getBytes(UTF_8));
    assertThat(read.data()).isEqualTo("{ \"a\": [1, {\"b\": \"}\"}] }");
    assertThat(read.streamSequence()).isEqualTo(7);
    assertThat(read.referral()).isNull();
  }

  @Test
  void data_is_cut_out_as_it_stands_after_multi_byte_text() {
    String data = "{\"name\" : \"Zoë 子\" }";
    String text = text(plain()).replace(plain().data(), " " + data);
    assertThat(Envelope.parse(text.replace("p-1001", "p-é子𝄞").getBytes(UTF_8)).data())
        .isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{",
        "not json",
        "\u0000",
        "{\"specversion\":\"1.0\"}",
        "7"
      })
  void what_is_no_event_is_refused(String text) {
    assertThatThrownBy(() -> Envelope.parse(text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"specversion\":\"1.0\" -> \"specversion\":\"0.3\"",
        "\"streamsequence\":\"0000000007\" -> \"streamsequence\":\"-000000007\"",
        "\"streamsequence\":\"0000000007\" -> \"streamsequence\":7",
        "2026-11-21T19:10:00.130001Z -> yesterday",
        "\"actor\":\"person:p-1001\" -> \"actor\":null",
        "\"id\":\"01990000-0000-7000-8000-000000000001\" -> \"id\":\"\"",
        "application/json -> text/xml",
        "\"data\": -> \"data\":7,\"more\":",
        "\"custody\":\"moves\" -> \"custody\":\"stays\"",
        "\"actor\": -> \"id\":\"twice\",\"actor\":",
      })
  void one_wrong_attribute_makes_it_no_event(String change) {
    String[] fromTo = change.split(" -> ");
    String text = text(about("q")).replace(fromTo[0], fromTo[1]);
    assertThat(text).isNotEqualTo(text(about("q")));
    assertThatThrownBy(() -> Envelope.parse(text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void nothing_may_follow_it() {
    assertThatThrownBy(() -> Envelope.parse((text(plain()) + "{}").getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void what_is_wrong_with_it_never_quotes_it() {
    String text = text(plain()).replace("\"kind\":", "\"kind\" Zebediah");
    assertThatThrownBy(() -> Envelope.parse(text.getBytes(UTF_8)))
        .hasMessageNotContaining("Zebediah")
        .hasNoCause();
  }

  private static Envelope hostile() {
    return envelope(REFERRAL, "request \"4711\"\n\\", "ünïcode-\u0000-✓", true);
  }

  private static Envelope about(String words) {
    return envelope(REFERRAL, words, words, true);
  }

  private static Envelope plain() {
    return new Envelope(
        "01990000-0000-7000-8000-000000000001",
        "/allocation-service",
        "baton.action-recorded.v1",
        "roster-46",
        null,
        7,
        "2026-11-21T19:09:00.000000Z",
        "2026-11-21T19:10:00.130001Z",
        "person:p-1001",
        "46",
        null,
        null,
        "OFFICIAL-SENSITIVE",
        false,
        null,
        DATA.replace("\"referral\":\"" + REFERRAL + "\",", ""));
  }

  private static Envelope envelope(
      String referral, String causation, String correlation, boolean moves) {
    return new Envelope(
        "01990000-0000-7000-8000-000000000001",
        "/allocation-service",
        "baton.action-recorded.v1",
        referral,
        referral,
        7,
        "2026-11-21T19:09:00.000000Z",
        "2026-11-21T19:10:00.130001Z",
        "person:p-1001",
        "46",
        causation,
        correlation,
        "OFFICIAL-SENSITIVE",
        moves,
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        DATA);
  }

  private static String text(Envelope envelope) {
    return new String(envelope.bytes(), UTF_8);
  }

  private static byte[] approved() throws IOException {
    try (InputStream file =
        EnvelopeTest.class.getResourceAsStream("action-recorded.approved.json")) {
      return file.readAllBytes();
    }
  }
}
