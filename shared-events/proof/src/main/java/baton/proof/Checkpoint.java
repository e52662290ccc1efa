package baton.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log says of one tree: the text that is signed. Source: C2SP tlog-checkpoint.
 *
 * @param origin which tree: {@code baton/<topic id>/<partition>}
 * @param size how many leaves it has
 * @param root 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
  private static final int LINES = 3;
  private static final String PREFIX = "baton/";

  public Checkpoint {
    if (size < 0) throw new IllegalArgumentException("a tree has no " + size + " leaves");
    if (root.length != TreeHash.BYTES) throw new IllegalArgumentException("a root has 32 bytes");
  }

  /** The origin of a tree of Baton's log. */
  public static String origin(String topicId, int partition) {
    return PREFIX + topicId + "/" + partition;
  }

  /**
   * @param text a note's text; lines behind the third are for others
   * @throws IllegalArgumentException if it is no checkpoint
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < LINES + 1 || !lines[lines.length - 1].isEmpty())
      throw new IllegalArgumentException("a checkpoint has an origin, a size and a root hash");
    if (Arrays.stream(lines, 0, lines.length - 1).anyMatch(String::isEmpty))
      throw new IllegalArgumentException("a checkpoint has no empty lines");
    return new Checkpoint(lines[0], size(lines[1]), Base64Text.decode(lines[2]));
  }

  /** Of a note; its signatures are not looked at. */
  public static Checkpoint of(SignedNote note) {
    return parse(note.text());
  }

  /**
   * Reads a file of checkpoints: signed notes one after the other, with or without empty lines in
   * between.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  public static List<SignedNote> notes(String file) {
    var notes = new ArrayList<SignedNote>();
    var note = new StringBuilder();
    boolean signed = false;
    for (String line : file.split("\n")) {
      boolean signature = line.startsWith(NoteSignature.DASH);
      if (signed && !signature) {
        notes.add(note(note.toString()));
        note.setLength(0);
        signed = false;
      }
      if (note.isEmpty() && line.isEmpty()) continue;
      signed |= signature;
      note.append(line).append('\n');
    }
    if (!note.isEmpty()) notes.add(note(note.toString()));
    return notes;
  }

  private static SignedNote note(String text) {
    SignedNote note = SignedNote.parse(text);
    of(note);
    return note;
  }

  private static long size(String text) {
    if (!text.matches("0|[1-9][0-9]{0,18}"))
      throw new IllegalArgumentException("a size is a decimal number below 2^63");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException("a size is a decimal number below 2^63", tooLarge);
    }
  }

  /** What is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64Text.encode(root) + "\n";
  }

  boolean sameRoot(byte[] other) {
    return Arrays.equals(root, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
