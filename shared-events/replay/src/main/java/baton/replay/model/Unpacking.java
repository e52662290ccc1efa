package baton.replay.model;

import static baton.replay.model.Ascii.UUID_LENGTH;

import java.nio.charset.StandardCharsets;

/** Turns what a {@link Form} packed back into a document. */
final class Unpacking {
  private Unpacking() {}

  /** The document again, without what no fold reads; the reader stands behind the form's number. */
  static byte[] document(Form form, Packed.Reader in, long high, long low) {
    var out = new Packed();
    long lastTime = 0;
    for (Slot slot : form.slots()) {
      put(out, slot.before);
      switch (slot.kind) {
        case UUID -> {
          long first = in.fixed();
          if (lastTime == 0) lastTime = Times.ofId(first);
          putUuid(out, first, in.fixed());
        }
        case SELF -> putUuid(out, high, low);
        case TIME -> {
          lastTime += in.difference();
          put(out, Times.text(lastTime, slot.detail));
        }
        case COUNT -> put(out, "%010d".formatted(in.count()));
        case TEXT, SCALAR -> {
          long value = in.count();
          int word = (int) (value >>> 1);
          if ((value & 1) == 0) out.size = form.words.put(word, out.bytes, out.size);
          else {
            out.room(word + 128);
            out.raw(in.bytes, in.at, word);
            in.at += word;
          }
        }
        case SKIPPED -> {}
      }
    }
    put(out, form.after);
    return out.copy();
  }

  /** Remembers that a document with these words in these slots can be read. */
  static void proven(Form form, Packed packed) {
    var reader = new Packed.Reader(packed.bytes, 0, packed.size);
    reader.count();
    for (Slot slot : form.slots()) {
      switch (slot.kind) {
        case UUID -> reader.at += 2 * Long.BYTES;
        case TIME, COUNT -> reader.count();
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

  private static void putUuid(Packed out, long high, long low) {
    Ascii.putUuid(out.bytes, out.size, high, low);
    out.size += UUID_LENGTH;
  }

  private static void put(Packed out, byte[] literal) {
    out.room(literal.length + 128);
    out.raw(literal, 0, literal.length);
  }

  private static void put(Packed out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.raw(bytes, 0, bytes.length);
  }
}
