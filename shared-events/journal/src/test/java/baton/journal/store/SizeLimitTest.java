package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.journal.envelope.Envelope;
import org.junit.jupiter.api.Test;

class SizeLimitTest {
  private static final int REST = envelope(0, "a").bytes().length;

  @Test
  void what_fits_exactly_is_taken() {
    Envelope longest = envelope(Envelope.MAX_BYTES - REST, "a");
    assertThat(longest.bytes()).hasSize(Envelope.MAX_BYTES);
    assertThatCode(() -> EventTooLarge.check(longest, longest.metaData()))
        .doesNotThrowAnyException();
  }

  @Test
  void one_byte_more_is_not() {
    Envelope tooLong = envelope(Envelope.MAX_BYTES - REST + 1, "a");
    assertThatThrownBy(() -> EventTooLarge.check(tooLong, tooLong.metaData()))
        .isInstanceOf(EventTooLarge.class)
        .hasMessageContaining("524289 bytes");
  }

  @Test
  void bytes_count_and_not_characters() {
    Envelope tooLong = envelope((Envelope.MAX_BYTES - REST) / 3 + 1, "子");
    assertThatThrownBy(() -> EventTooLarge.check(tooLong, tooLong.metaData()))
        .isInstanceOf(EventTooLarge.class);
  }

  private static Envelope envelope(int words, String word) {
    return new Envelope(
        "01990000-0000-7000-8000-000000000001",
        "/intake-service",
        "baton.referral-received.v1",
        "s",
        null,
        0,
        "2026-11-21T19:09:00.000000Z",
        "2026-11-21T19:10:00.130001Z",
        "agency:toronto-police",
        "toronto-police",
        null,
        null,
        "OFFICIAL-SENSITIVE",
        true,
        null,
        "{\"w\":\"" + word.repeat(words) + "\"}");
  }
}
