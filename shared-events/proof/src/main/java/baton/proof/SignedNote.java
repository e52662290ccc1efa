package baton.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the signatures of those who stand by it. Source: C2SP signed-note.
 *
 * @param text with its final newline; signed as it stands
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int CHARS_MAX = 64 * 1024;
  private static final int SIGNATURES_MAX = 64;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * @throws IllegalArgumentException if it is none, saying why
   */
  public static SignedNote parse(String note) {
    if (note.length() > CHARS_MAX) throw new IllegalArgumentException("a note of over 64 KiB");
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n'))
      throw new IllegalArgumentException("a note with control characters");
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n"))
      throw new IllegalArgumentException("a note is text, an empty line and signature lines");
    var signatures = new ArrayList<NoteSignature>();
    for (String line : note.substring(blank + 2).split("\n")) {
      if (!line.startsWith(NoteSignature.DASH))
        throw new IllegalArgumentException("a note's last lines are signatures");
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > SIGNATURES_MAX)
      throw new IllegalArgumentException("a note of over " + SIGNATURES_MAX + " signatures");
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /** Whether it has a good signature of this key and no bad one. */
  public boolean signedBy(VerifierKey key) {
    var own = signatures.stream().filter(key::is).toList();
    return !own.isEmpty() && own.stream().allMatch(each -> each.holds(key, text));
  }

  /** With one more signature; it takes the place of an earlier one of the same key. */
  public SignedNote with(NoteSignature more) {
    var all = new ArrayList<>(signatures);
    all.removeIf(each -> each.isOfTheKeyOf(more));
    all.add(more);
    return new SignedNote(text, all);
  }

  /** The note, as it is published. */
  @Override
  public String toString() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(note::append);
    return note.toString();
  }
}
