package baton.replay.model;

import baton.replay.model.Packing.Found;
import java.util.Arrays;
import java.util.List;

/**
 * Packs what stands in those slots of one form that hold words: the number of each, or what stands
 * there itself where too many different things do. Belongs to one thread.
 */
final class WordSlots {
  private static final int NONE = -1;

  private final Words words;

  /** Of each slot what was seen to be readable there; null of one that holds no words. */
  private final Proven[] proven;

  /** Of each slot, what stood there last if that was a word that is not short. */
  private final int[] lastWords;

  WordSlots(List<Slot> slots, Words words) {
    this.words = words;
    this.proven = slots.stream().map(slot -> slot.proven).toArray(Proven[]::new);
    this.lastWords = new int[slots.size()];
    Arrays.fill(lastWords, NONE);
  }

  /**
   * A text of at most sixteen characters is looked up by the very eights that its end was found in.
   */
  int text(int slot, byte[] b, int text, int to, Packed out, Found found) {
    if (to - text < 3 * Long.BYTES || !proven[slot].learns())
      return longerText(slot, b, text, to, out, found);
    long head = (long) Ascii.LONG.get(b, text);
    long ends = Ascii.odd(head);
    if (ends != 0) {
      int length = Long.numberOfTrailingZeros(ends) >>> 3;
      return shortText(slot, b, text, length, head & Ascii.first(length), 0, out, found);
    }
    long tail = (long) Ascii.LONG.get(b, text + Long.BYTES);
    ends = Ascii.odd(tail);
    if (ends != 0) {
      int more = Long.numberOfTrailingZeros(ends) >>> 3;
      int length = Long.BYTES + more;
      return shortText(slot, b, text, length, head, tail & Ascii.first(more), out, found);
    }
    return longerText(slot, b, text, to, out, found);
  }

  private int shortText(
      int slot, byte[] b, int text, int length, long head, long tail, Packed out, Found found) {
    int end = text + length;
    if (b[end] != '"') return NONE;
    word(slot, words.ofShort(b, text, length, head, tail), b, text, length, out, found);
    return end;
  }

  private int longerText(int slot, byte[] b, int text, int to, Packed out, Found found) {
    int end = Ascii.stringEnd(b, text, to);
    if (end >= 0) word(slot, b, text, end, out, found);
    return end;
  }

  /** What ends there, a text or not. */
  void word(int slot, byte[] b, int text, int end, Packed out, Found found) {
    int length = end - text;
    int word = proven[slot].learns() ? find(slot, b, text, length) : Words.FULL;
    word(slot, word, b, text, length, out, found);
  }

  private void word(int slot, int word, byte[] b, int text, int length, Packed out, Found found) {
    Proven known = proven[slot];
    if (word == Words.FULL) {
      found.unproven |= known.learns();
      out.count((long) length << 1 | 1);
      out.raw(b, text, length);
      return;
    }
    out.count((long) word << 1);
    if (!known.has(word) && !known.learn(word, words.text(word))) found.unproven = true;
  }

  private int find(int slot, byte[] b, int text, int length) {
    if (length <= ShortWords.LENGTH_MAX) return words.of(b, text, text + length);
    int last = lastWords[slot];
    if (last != NONE && words.length(last) == length && words.is(last, b, text, text + length))
      return last;
    int word = words.of(b, text, text + length);
    lastWords[slot] = word;
    return word;
  }
}
