package baton.replay.model;

import static baton.replay.model.Ascii.UUID_LENGTH;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What events of one shape have in common: the fixed bytes of their canonical document, and the
 * slots between them. A document of this form is packed to what stands in its slots, a tenth of its
 * length, and unpacked to the same document, but for what no fold reads. Belongs to one thread.
 */
final class Form {
  private static final int COUNT_LENGTH = 10;

  /** What an event is to the ledger. */
  enum Use {
    FOLDED,
    /** Feeds the fold and may end a referral's case. */
    ENDING,
    /** Never feeds the fold. */
    IGNORED
  }

  final int number;
  final Use use;
  private final Slot[] slots;
  private final byte[] after;
  private final int recordedSlot;
  private final long stream;
  private final Words words;

  Form(
      int number,
      Use use,
      List<Slot> slots,
      byte[] after,
      int recordedSlot,
      long stream,
      Words words) {
    this.number = number;
    this.use = use;
    this.slots = slots.toArray(Slot[]::new);
    this.after = after;
    this.recordedSlot = recordedSlot;
    this.stream = stream;
    this.words = words;
  }

  /** What {@link #pack} learned besides what it packed. */
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
    int at = from;
    int self = -1;
    long lastTime = 0;
    boolean timed = false;
    for (int i = 0; i < slots.length; i++) {
      Slot slot = slots[i];
      int text = at + slot.before.length;
      if (text > to || !Arrays.equals(b, at, text, slot.before, 0, slot.before.length))
        return false;
      switch (slot.kind) {
        case UUID -> {
          if (text + UUID_LENGTH > to) return false;
          long high = Ascii.uuidHigh(b, text);
          long low = Ascii.uuidLow(b, text);
          if (high == 0 || low == 0 || (high >>> 12 & 15) != slot.detail) return false;
          out.fixed(high);
          out.fixed(low);
          at = text + UUID_LENGTH;
        }
        case SELF -> {
          at = text + UUID_LENGTH;
          if (at > to) return false;
          if (self >= 0) {
            if (!Arrays.equals(b, text, at, b, self, self + UUID_LENGTH)) return false;
          } else {
            self = text;
            found.self = text;
            found.high = Ascii.uuidHigh(b, text);
            found.low = Ascii.uuidLow(b, text);
            if (found.high == 0 || found.low == 0 || (found.high >>> 12 & 15) != 7) return false;
          }
        }
        case TIME -> {
          at = text + (slot.detail == 0 ? 20 : 21 + slot.detail);
          if (at > to) return false;
          long time = found.times.micros(b, text, slot.detail);
          if (time == Times.NONE) return false;
          if (timed) out.difference(time - lastTime);
          else out.fixed(time);
          timed = true;
          lastTime = time;
          if (i == recordedSlot) found.recorded = time;
        }
        case COUNT -> {
          at = text + COUNT_LENGTH;
          if (at > to) return false;
          long count = 0;
          for (int digit = text; digit < at; digit++) {
            int value = b[digit] - '0';
            if ((value | 9 - value) < 0) return false;
            count = count * 10 + value;
          }
          out.count(count);
        }
        case TEXT -> {
          at = text(slot, b, text, to, out, found);
          if (at < 0) return false;
        }
        case SCALAR -> {
          int end = scalarEnd(b, text, to);
          if (end == text) return false;
          at = word(slot, b, text, end, out, found);
        }
        case SKIPPED -> {
          at = Ascii.stringEnd(b, text, to);
          if (at < 0) return false;
        }
      }
    }
    return Arrays.equals(b, at, to, after, 0, after.length);
  }

  /** Remembers that a document with these words in these slots can be read. */
  void proven(Packed packed) {
    var reader = new Packed.Reader(packed.bytes, 0, packed.size);
    reader.count();
    boolean timed = false;
    for (Slot slot : slots) {
      switch (slot.kind) {
        case UUID -> reader.at += 16;
        case TIME -> {
          if (timed) reader.difference();
          else reader.fixed();
          timed = true;
        }
        case COUNT -> reader.count();
        case TEXT, SCALAR -> {
          long value = reader.count();
          if ((value & 1) == 0) {
            slot.proven.add((int) (value >>> 1));
          } else {
            slot.proven.addOwn();
            reader.at += (int) (value >>> 1);
          }
        }
        case SELF, SKIPPED -> {}
      }
    }
  }

  /** The document again, without what no fold reads; the reader stands behind the form's number. */
  byte[] unpack(Packed.Reader in, long high, long low) {
    var out = new Packed();
    long lastTime = 0;
    boolean timed = false;
    for (Slot slot : slots) {
      out.room(slot.before.length + 128);
      out.raw(slot.before, 0, slot.before.length);
      switch (slot.kind) {
        case UUID -> putUuid(out, in.fixed(), in.fixed());
        case SELF -> putUuid(out, high, low);
        case TIME -> {
          lastTime = timed ? lastTime + in.difference() : in.fixed();
          timed = true;
          put(out, Times.text(lastTime, slot.detail));
        }
        case COUNT -> put(out, "%010d".formatted(in.count()));
        case TEXT, SCALAR -> {
          long value = in.count();
          int word = (int) (value >>> 1);
          if ((value & 1) == 0) out.size = words.put(word, out.bytes, out.size);
          else {
            out.room(word + 128);
            out.raw(in.bytes, in.at, word);
            in.at += word;
          }
        }
        case SKIPPED -> {}
      }
    }
    out.room(after.length);
    out.raw(after, 0, after.length);
    return out.copy();
  }

  Slot[] slots() {
    return slots;
  }

  int recordedSlot() {
    return recordedSlot;
  }

  /** Which of its referral's streams events of this form belong to; 0 where that is not fixed. */
  long stream() {
    return stream;
  }

  private int text(Slot slot, byte[] b, int text, int to, Packed out, Found found) {
    int guess = text + slot.lastLength;
    if (slot.lastWord >= 0
        && guess < to
        && b[guess] == '"'
        && words.is(slot.lastWord, b, text, guess)) {
      out.count((long) slot.lastWord << 1);
      return guess;
    }
    int end = Ascii.stringEnd(b, text, to);
    return end < 0 ? -1 : word(slot, b, text, end, out, found);
  }

  private int word(Slot slot, byte[] b, int text, int end, Packed out, Found found) {
    boolean learns = slot.proven.learns();
    int word = learns ? words.of(b, text, end) : Words.FULL;
    if (word == Words.FULL) {
      out.count((long) (end - text) << 1 | 1);
      out.raw(b, text, end - text);
      found.unproven |= learns;
      return end;
    }
    out.count((long) word << 1);
    if (slot.proven.has(word) || slot.proven.learn(word, words.text(word))) {
      slot.lastWord = word;
      slot.lastLength = end - text;
    } else found.unproven = true;
    return end;
  }

  private static int scalarEnd(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] != ',' && b[at] != '}' && b[at] != ']' && b[at] > ' ') at++;
    return at;
  }

  private static void putUuid(Packed out, long high, long low) {
    Ascii.putUuid(out.bytes, out.size, high, low);
    out.size += UUID_LENGTH;
  }

  private static void put(Packed out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.raw(bytes, 0, bytes.length);
  }
}
