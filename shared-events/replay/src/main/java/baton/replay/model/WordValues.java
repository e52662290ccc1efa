package baton.replay.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What words mean where a value of one type stands: each was read in the general way once. Belongs
 * to one thread.
 */
final class WordValues {
  /** Of so many words; what a later one means is read each time. */
  private static final int REMEMBERED_MAX = 1 << 15;

  private final Words words;
  private final EventReader reader;
  private final Class<?> type;
  private final boolean quoted;
  private Object[] values = new Object[64];

  private WordValues(Words words, EventReader reader, Class<?> type, boolean quoted) {
    this.words = words;
    this.reader = reader;
    this.type = type;
    this.quoted = quoted;
  }

  /** Of all types, those of one shard. */
  static final class All {
    private record Key(Class<?> type, boolean quoted) {}

    private final Words words;
    private final EventReader reader;
    private final Map<Key, WordValues> all = new HashMap<>();

    All(Words words, EventReader reader) {
      this.words = words;
      this.reader = reader;
    }

    /**
     * @param quoted of a text; else of a number or a truth
     */
    WordValues of(Class<?> type, boolean quoted) {
      return all.computeIfAbsent(
          new Key(type, quoted), _ -> new WordValues(words, reader, type, quoted));
    }
  }

  Object of(int word) {
    if (word < values.length && values[word] != null) return values[word];
    Object value = of(words.text(word));
    if (value == null || word >= REMEMBERED_MAX) return value;
    if (word >= values.length)
      values =
          Arrays.copyOf(values, Math.min(REMEMBERED_MAX, Math.max(values.length * 2, word + 1)));
    values[word] = value;
    return value;
  }

  /**
   * @param text printable ASCII without quotes and escapes
   * @throws RuntimeException if it is no value of the type
   */
  Object of(String text) {
    if (!quoted) return reader.value(text, type);
    return type == String.class ? text : reader.value('"' + text + '"', type);
  }
}
