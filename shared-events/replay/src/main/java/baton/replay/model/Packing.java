package baton.replay.model;

import static baton.replay.model.Ascii.UUID_LENGTH;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Packs documents of one form. What it compares with lies in a few flat arrays: followed from slot
 * to slot, object to object, it would cost more than the comparing. Belongs to one thread.
 */
final class Packing {
  private static final int COUNT_LENGTH = 10;
  private static final int SECONDS_LENGTH = 20;
  private static final int NONE = -1;
  private static final byte UUID = 0;
  private static final byte SELF = 1;
  private static final byte TIME = 2;
  private static final byte COUNT = 3;
  private static final byte TEXT = 4;
  private static final byte SCALAR = 5;
  private static final byte SKIPPED = 6;

  private final int number;
  private final WordSlots texts;
  private final int recordedSlot;

  /** Of each slot its kind, as a number: one load from memory, where a constant takes three. */
  private final byte[] kinds;

  private final int[] details;

  /** How long the fixed bytes before each slot are, and those after the last. */
  private final int[] fixedLengths;

  /** All of these, in eights; of each the rest that is left is filled up with zeros. */
  private final long[] fixed;

  Packing(int number, List<Slot> slots, byte[] after, int recordedSlot, Words words) {
    this.number = number;
    this.texts = new WordSlots(slots, words);
    this.recordedSlot = recordedSlot;
    this.kinds = new byte[slots.size()];
    for (int i = 0; i < kinds.length; i++) kinds[i] = number(slots.get(i).kind);
    this.details = slots.stream().mapToInt(slot -> slot.detail).toArray();
    this.fixedLengths = new int[slots.size() + 1];
    var eights = LongStream.builder();
    for (int i = 0; i <= slots.size(); i++) {
      byte[] literal = i < slots.size() ? slots.get(i).before : after;
      fixedLengths[i] = literal.length;
      for (int at = 0; at < literal.length; at += Long.BYTES)
        eights.add(Ascii.head(literal, at, literal.length - at));
    }
    this.fixed = eights.build().toArray();
  }

  /** What packing learned besides what it packed. */
  static final class Found {
    final Times times = new Times();
    long high;
    long low;

    /** Where the referral's id stands in the document. */
    int self;

    long recorded;

    /** A word stands where it was never seen: the document is to be read in the general way. */
    boolean unproven;
  }

  /**
   * Packs a document.
   *
   * @return false if it is not of this form; what was packed then is of no use
   */
  boolean pack(byte[] b, int from, int to, Packed out, Found found) {
    out.begin(to - from + 64);
    out.count(number);
    found.unproven = false;
    found.self = NONE;
    int at = from;
    int eights = 0;
    long lastTime = 0;
    for (int i = 0; ; i++) {
      int text = at + fixedLengths[i];
      if (text > to) return false;
      long other = 0;
      for (; text - at >= Long.BYTES; at += Long.BYTES)
        other |= (long) Ascii.LONG.get(b, at) ^ fixed[eights++];
      if (at < text) other |= Ascii.head(b, at, text - at) ^ fixed[eights++];
      if (other != 0) return false;
      if (i == kinds.length) return text == to;
      switch (kinds[i]) {
        case UUID -> {
          at = text + UUID_LENGTH;
          long high = at > to ? 0 : id(b, text, details[i], out);
          if (high == 0) return false;
          if (lastTime == 0) lastTime = Times.ofId(high);
        }
        case SELF -> {
          at = text + UUID_LENGTH;
          if (at > to || !self(b, text, found)) return false;
        }
        case TIME -> {
          int digits = details[i];
          at = text + SECONDS_LENGTH + (digits == 0 ? 0 : digits + 1);
          long time = at > to ? Times.NONE : found.times.micros(b, text, digits);
          if (time == Times.NONE) return false;
          out.difference(time - lastTime);
          lastTime = time;
          if (i == recordedSlot) found.recorded = time;
        }
        case COUNT -> {
          at = text + COUNT_LENGTH;
          long count = at > to ? NONE : Ascii.tenDigits(b, text);
          if (count < 0) return false;
          out.count(count);
        }
        case TEXT -> {
          at = texts.text(i, b, text, to, out, found);
          if (at < 0) return false;
        }
        case SCALAR -> {
          at = scalarEnd(b, text, to);
          if (at == text) return false;
          texts.word(i, b, text, at, out, found);
        }
        case SKIPPED -> {
          at = Ascii.longStringEnd(b, text, to);
          if (at < 0) return false;
        }
        default -> throw new IllegalStateException("a slot of kind " + kinds[i]);
      }
    }
  }

  private static byte number(Slot.Kind kind) {
    return switch (kind) {
      case UUID -> UUID;
      case SELF -> SELF;
      case TIME -> TIME;
      case COUNT -> COUNT;
      case TEXT -> TEXT;
      case SCALAR -> SCALAR;
      case SKIPPED -> SKIPPED;
    };
  }

  /** Gives the first half of it, or 0 where none of this version stands. */
  private static long id(byte[] b, int text, int version, Packed out) {
    long high = Ascii.uuidHigh(b, text);
    long low = Ascii.uuidLow(b, text);
    if (high == 0 || low == 0 || (high >>> 12 & 15) != version) return 0;
    out.fixed(high);
    out.fixed(low);
    return high;
  }

  /** The referral itself, which every other place must name as well. */
  private static boolean self(byte[] b, int text, Found found) {
    if (found.self != NONE) return Ascii.sameUuid(b, text, b, found.self);
    found.self = text;
    found.high = Ascii.uuidHigh(b, text);
    found.low = Ascii.uuidLow(b, text);
    return found.high != 0 && found.low != 0 && (found.high >>> 12 & 15) == 7;
  }

  private static int scalarEnd(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] != ',' && b[at] != '}' && b[at] != ']' && b[at] > ' ') at++;
    return at;
  }
}
