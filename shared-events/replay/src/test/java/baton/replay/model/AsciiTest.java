package baton.replay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What is read eight bytes at a time is what is read byte by byte. */
class AsciiTest {
  private static final int ROUNDS = 200_000;

  private final long seed = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
  private final Random random = new Random(seed);

  @Test
  void a_string_ends_where_it_does_byte_by_byte() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = text(random.nextInt(90), round % 3 == 0);
      int from = random.nextInt(text.length + 1);
      int to = from + random.nextInt(text.length - from + 1);
      int expected = end(text, from, to);
      String why = why(text) + " from " + from + " to " + to;
      assertThat(Ascii.stringEnd(text, from, to)).as(why).isEqualTo(expected);
      assertThat(Ascii.longStringEnd(text, from, to)).as(why).isEqualTo(expected);
    }
  }

  @Test
  void ten_digits_are_the_number_that_they_are() {
    for (int round = 0; round < ROUNDS; round++) {
      long number = random.nextLong(10_000_000_000L);
      byte[] digits = "%010d".formatted(number).getBytes(StandardCharsets.US_ASCII);
      assertThat(Ascii.tenDigits(digits, 0)).isEqualTo(number);
      byte other = (byte) random.nextInt(256);
      digits[random.nextInt(10)] = other;
      boolean still = new String(digits, StandardCharsets.ISO_8859_1).matches("[0-9]{10}");
      assertThat(Ascii.tenDigits(digits, 0) >= 0).as(why(digits)).isEqualTo(still);
    }
  }

  @Test
  void a_time_is_the_instant_that_it_says() {
    var times = new Times();
    int[] widths = {0, 3, 6};
    ChronoUnit[] units = {ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS};
    for (int round = 0; round < ROUNDS; round++) {
      int width = round % 3;
      Instant time =
          Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000))
              .truncatedTo(units[width]);
      long micros = Times.micros(time);
      byte[] text = Times.text(micros, widths[width]).getBytes(StandardCharsets.US_ASCII);
      assertThat(times.micros(text, 0, widths[width])).as(why(text)).isEqualTo(micros);
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
      long read = times.micros(text, 0, widths[width]);
      if (read == Times.NONE) continue;
      assertThat(Times.text(read, widths[width]))
          .as("-Dbaton.seed=" + seed)
          .isEqualTo(new String(text, StandardCharsets.ISO_8859_1));
    }
  }

  private byte[] text(int length, boolean anything) {
    var text = new byte[length];
    for (int i = 0; i < length; i++) text[i] = (byte) (' ' + random.nextInt(95));
    for (int i = 0; i < length; i++)
      if (anything || text[i] == '"' || text[i] == '\\')
        text[i] = (byte) (random.nextInt(40) == 0 ? random.nextInt(256) : '0' + random.nextInt(10));
    if (length > 0 && random.nextInt(4) > 0) text[random.nextInt(length)] = '"';
    return text;
  }

  private static int end(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text[at] == '"') return at;
      if (text[at] < ' ' || text[at] == '\\') return -1;
    }
    return -1;
  }

  private String why(byte[] text) {
    return "-Dbaton.seed=" + seed + " " + Arrays.toString(text);
  }
}
