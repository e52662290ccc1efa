package baton.replay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A word has one number, however long it is and whatever stands around it. */
class WordsTest {
  private final Words words = new Words();

  @Test
  void each_word_has_one_number_and_no_other_word_has_it() {
    List<String> all = all();
    for (int i = 0; i < all.size(); i++) assertThat(number(all.get(i), "")).isEqualTo(i);
    for (int i = 0; i < all.size(); i++) {
      assertThat(number(all.get(i), "\"},{\"behind\":\"it\"}")).as(all.get(i)).isEqualTo(i);
      assertThat(words.text(i)).isEqualTo(all.get(i));
    }
  }

  @Test
  void they_keep_their_numbers_in_a_snapshot() throws IOException {
    List<String> all = all();
    all.forEach(word -> number(word, ""));
    var bytes = new ByteArrayOutputStream();
    words.save(new DataOutputStream(bytes));
    Words again = Words.saved(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(again.size()).isEqualTo(all.size());
    for (int i = 0; i < all.size(); i++) assertThat(again.text(i)).isEqualTo(all.get(i));
  }

  @Test
  void what_is_too_long_is_no_word() {
    assertThat(number("x".repeat(81), "")).isEqualTo(Words.FULL);
    assertThat(words.size()).isZero();
  }

  /** Of all lengths, many of one beginning and of one end. */
  private static List<String> all() {
    var all = new ArrayList<String>();
    for (int length = 0; length <= 80; length++) all.add("x".repeat(length));
    for (int i = 0; i < 5_000; i++) all.add("p-46-" + i);
    for (int i = 0; i < 5_000; i++) all.add("person:p-46-" + i);
    for (int i = 0; i < 500; i++) all.add(i + "-of-a-longer-kind-of-word");
    return all;
  }

  /** As it stands in a document, between others. */
  private int number(String word, String behind) {
    byte[] text = ("{\"w\":\"" + word + behind).getBytes(StandardCharsets.US_ASCII);
    return words.of(text, 6, 6 + word.length());
  }
}
