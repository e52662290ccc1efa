package baton.replay.model;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Which words can stand for a value of one type: each stood in an event once that was read in the
 * general way. Shared by all slots of a type, for what a person's id may be is the same everywhere.
 */
final class Proven {
  /** So many staff and organisations there may be. */
  private static final int WORDS_MAX = 1 << 17;

  /** After so many different ones, a text is no word but something of each event's own. */
  private static final int TEXTS_MAX = 1 << 6;

  private final int max;
  private final Predicate<String> readable;
  private long[] words = new long[1];
  private int learned;

  private Proven(int max, Predicate<String> readable) {
    this.max = max;
    this.readable = readable;
  }

  /**
   * Of a type that says what its values look like.
   *
   * @param readable whether a text is one, for sure; false also where nobody can tell
   */
  static Proven ofType(Predicate<String> readable) {
    return new Proven(WORDS_MAX, readable);
  }

  /** Of a text that may be anything. */
  static Proven ofText() {
    return new Proven(TEXTS_MAX, text -> false);
  }

  boolean has(int word) {
    int at = word >>> 6;
    return at < words.length && (words[at] >>> word & 1) != 0;
  }

  /** Whether a new word is proven by what it is. */
  boolean learn(int word, String text) {
    if (!readable.test(text)) return false;
    add(word);
    return true;
  }

  void add(int word) {
    int at = word >>> 6;
    if (at >= words.length) words = Arrays.copyOf(words, Math.max(at + 1, words.length * 2));
    if (!has(word)) learned++;
    words[at] |= 1L << word;
  }

  /** Something stood there that is too long for a word, or one too many. */
  void addOwn() {
    learned++;
  }

  boolean learns() {
    return learned < max;
  }
}
