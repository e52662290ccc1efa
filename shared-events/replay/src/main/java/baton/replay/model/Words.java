package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Short texts that come again and again, each under one number: grades, forces, staff. Grows up to
 * a limit; belongs to one thread.
 */
final class Words {
  /** The word is not known and there is no room for it. */
  static final int FULL = -1;

  private static final int WORDS_MAX = 1 << 19;
  private static final int LENGTH_MAX = 80;
  private static final long UPPER = -1L << 32;
  private static final int FIRST_SIZE = 1 << 10;

  private byte[] letters = new byte[FIRST_SIZE * 16];
  private int[] starts = new int[FIRST_SIZE + 1];

  /** Of each word the hash and, below it, its number + 1: a wrong one is seldom looked at. */
  private long[] table = new long[FIRST_SIZE * 2];

  /** Finds those that are short, which nearly all are; the table above only has the others. */
  private final ShortWords shorts = new ShortWords();

  private int longer;
  private byte[] kinds = new byte[FIRST_SIZE];
  private int size;

  /** Bytes that it takes in memory. */
  long bytes() {
    return letters.length + 4L * starts.length + 8L * table.length + shorts.bytes() + kinds.length;
  }

  int size() {
    return size;
  }

  /** Its number, new ones included; or {@link #FULL}. */
  int of(byte[] text, int from, int to) {
    int length = to - from;
    if (length > ShortWords.LENGTH_MAX) return ofLonger(text, from, to);
    long head = Ascii.head(text, from, length);
    int more = length - Long.BYTES;
    long tail = more <= 0 ? 0 : Ascii.head(text, from + Long.BYTES, more);
    return ofShort(text, from, length, head, tail);
  }

  /**
   * The same of a word of at most sixteen bytes.
   *
   * @param head its first eight bytes, the first one lowest, with zeros behind fewer
   * @param tail those behind them, likewise
   */
  int ofShort(byte[] text, int from, int length, long head, long tail) {
    int known = shorts.find(head, tail);
    if (known != ShortWords.NONE) return known;
    int learned = learn(text, from, from + length);
    if (learned != FULL) shorts.add(head, tail, learned);
    return learned;
  }

  private int ofLonger(byte[] text, int from, int to) {
    long hash = hash(text, from, to);
    int slot = slot(hash, text, from, to);
    if (table[slot] != 0) return (int) table[slot] - 1;
    int learned = learn(text, from, to);
    if (learned == FULL) return FULL;
    table[slot] = hash & UPPER | learned + 1;
    if (++longer * 2 > table.length) rehash();
    return learned;
  }

  boolean is(int word, byte[] text, int from, int to) {
    return Arrays.equals(text, from, to, letters, starts[word], starts[word + 1]);
  }

  int length(int word) {
    return starts[word + 1] - starts[word];
  }

  /** Copies it to there and says where it ends. */
  int put(int word, byte[] to, int at) {
    int length = length(word);
    System.arraycopy(letters, starts[word], to, at, length);
    return at + length;
  }

  String text(int word) {
    return new String(letters, starts[word], length(word), StandardCharsets.US_ASCII);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(size);
    for (int word = 0; word < size; word++) {
      out.writeByte(length(word));
      out.write(letters, starts[word], length(word));
    }
  }

  static Words saved(DataInputStream in) throws IOException {
    var words = new Words();
    for (int left = in.readInt(); left > 0; left--) {
      var word = new byte[in.readByte()];
      in.readFully(word);
      words.of(word, 0, word.length);
    }
    return words;
  }

  /**
   * Whether it says who or where rather than what: of such a word only matters which others are the
   * same. A word in capitals, a number, a truth and the names that rules know are what they are.
   */
  boolean isName(int word) {
    if (word >= kinds.length) kinds = Arrays.copyOf(kinds, Math.max(kinds.length * 2, word + 1));
    if (kinds[word] == 0) kinds[word] = (byte) (name(text(word)) ? 2 : 1);
    return kinds[word] == 2;
  }

  private static boolean name(String text) {
    int colon = text.indexOf(':');
    if (colon >= 0) return text.startsWith("person:") || text.startsWith("agency:");
    if (text.equals("nca") || text.equals("baton") || text.equals("true") || text.equals("false"))
      return false;
    return !text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_');
  }

  private int slot(long hash, byte[] text, int from, int to) {
    int mask = table.length - 1;
    int slot = (int) hash & mask;
    while (table[slot] != 0
        && ((table[slot] ^ hash) >>> 32 != 0 || !is((int) table[slot] - 1, text, from, to)))
      slot = slot + 1 & mask;
    return slot;
  }

  private int learn(byte[] text, int from, int to) {
    int length = to - from;
    if (size == WORDS_MAX || length > LENGTH_MAX) return FULL;
    int start = starts[size];
    if (start + length > letters.length)
      letters = Arrays.copyOf(letters, Math.max(letters.length * 2, start + length));
    System.arraycopy(text, from, letters, start, length);
    if (size + 2 > starts.length) starts = Arrays.copyOf(starts, starts.length * 2);
    starts[++size] = start + length;
    return size - 1;
  }

  private void rehash() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long cell : old) {
      if (cell == 0) continue;
      int word = (int) cell - 1;
      long hash = hash(letters, starts[word], starts[word + 1]);
      table[slot(hash, letters, starts[word], starts[word + 1])] = cell;
    }
  }

  /** Both halves are spread: the lower one says where a word stands, the upper one which it is. */
  private static long hash(byte[] text, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES)
      hash = folded((hash ^ (long) Ascii.LONG.get(text, at)) * 0x9E3779B97F4A7C15L);
    for (; at < to; at++) hash = folded((hash ^ text[at]) * 0x9E3779B97F4A7C15L);
    return hash;
  }

  /** A product's upper bits know of all bits of what was multiplied, its lower ones do not. */
  private static long folded(long product) {
    return product ^ product >>> 32;
  }
}
