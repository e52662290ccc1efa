package baton.platform.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.platform.limits.Lines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void empty_lines_are_counted_and_left_out() throws IOException {
    assertThat(read("a\n\r\n  \nb\r\n")).containsExactly("1:a", "4:b\r");
  }

  @Test
  void the_last_line_needs_no_end() throws IOException {
    assertThat(read("a\nb")).containsExactly("1:a", "2:b");
    assertThat(read("")).isEmpty();
  }

  @Test
  void a_line_that_is_too_long_is_named_and_the_rest_goes_on() throws IOException {
    assertThat(read("a\n" + "x".repeat(11) + "\n" + "y".repeat(10) + "\n"))
        .containsExactly("1:a", "2:too long", "3:" + "y".repeat(10));
  }

  @Test
  void a_chunk_is_at_most_500_lines() throws IOException {
    var lines = new Lines(bytes("x\n".repeat(1_201)), 10);
    assertThat(lines.nextChunk()).hasSize(500);
    assertThat(lines.nextChunk()).hasSize(500);
    assertThat(lines.nextChunk()).hasSize(201);
    assertThat(lines.nextChunk()).isEmpty();
  }

  @Test
  void whole_lines_before_a_break_are_given_and_half_a_line_is_not() throws IOException {
    var upload = new SequenceInputStream(bytes("a\nb\nhalf a li"), new Broken());
    var lines = new Lines(upload, 100);
    assertThat(lines.nextChunk()).extracting(Line::number).containsExactly(1, 2);
    assertThatThrownBy(lines::nextChunk).isInstanceOf(IOException.class);
  }

  private static List<String> read(String upload) throws IOException {
    var all = new ArrayList<String>();
    var lines = new Lines(bytes(upload), 10);
    for (var chunk = lines.nextChunk(); !chunk.isEmpty(); chunk = lines.nextChunk())
      for (Line line : chunk)
        all.add(
            line.number()
                + ":"
                + (line.content() == null ? "too long" : new String(line.content(), UTF_8)));
    return all;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the connection was reset");
    }
  }
}
