package baton.intake.receipt.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Rules for text. */
final class Text {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Text() {}

  /** Any text, such as a narrative. */
  static Rule any() {
    return (value, pointer, findings) -> {
      if (!(value instanceof String)) Rule.wrongForm(pointer, "text", findings);
    };
  }

  /** One line that can be read aloud over a telephone, such as a reference. */
  static Rule line(int max) {
    return (value, pointer, findings) -> {
      boolean fits =
          value instanceof String text
              && !text.isBlank()
              && text.equals(text.strip())
              && text.length() <= max
              && !CONTROL.matcher(text).find()
              && UTF_8.newEncoder().canEncode(text);
      if (!fits)
        Rule.wrongForm(
            pointer, "one line of 1 to " + max + " characters, with no space around it", findings);
    };
  }

  static Rule matching(Pattern form, String words) {
    return (value, pointer, findings) -> {
      if (!(value instanceof String text) || !form.matcher(text).matches())
        Rule.wrongForm(pointer, words, findings);
    };
  }
}
