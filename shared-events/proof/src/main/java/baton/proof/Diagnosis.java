package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.ProofLine.Entry;
import java.io.IOException;
import java.util.Arrays;

/**
 * Tells what was done to an export where a line is not the event that belongs there: both files are
 * read on until each shows whether it has what the other has here.
 */
final class Diagnosis {
  private final Lines export;
  private final ProofReader proof;

  Diagnosis(Lines export, ProofReader proof) {
    this.export = export;
    this.proof = proof;
  }

  /**
   * @param expected what belongs here, which is proved
   * @param found the hash of what stands here instead
   */
  FaultFound of(Entry expected, byte[] found, EventLine line) throws IOException {
    Later later = inProof(found);
    long further = inExport(expected.leaf());
    if (later == null && further < 0)
      return FaultFound.at(
          Kind.CHANGED,
          expected,
          "event %s is not what the log has: its bytes are others".formatted(name(expected)));
    if (later == null)
      return FaultFound.at(
          Kind.ADDED,
          expected,
          line.id(),
          "%s was put in before event %s"
              .formatted(
                  line.id() == null ? "something that is no event" : "event " + line.id(),
                  name(expected)));
    if (further < 0)
      return FaultFound.at(
          Kind.MISSING,
          expected,
          "event %s is missing; event %s stands in its place"
              .formatted(name(expected), name(later.entry())));
    // One line further: what stands here was put before it. Else it was put further down itself.
    boolean putForward = further == 1 && later.lines() > 1;
    return putForward
        ? FaultFound.at(
            Kind.MOVED,
            later.entry(),
            "event %s stands before event %s, where it does not belong"
                .formatted(name(later.entry()), name(expected)))
        : FaultFound.at(
            Kind.MOVED,
            expected,
            "event %s stands %d lines behind its place, in which event %s stands"
                .formatted(name(expected), further, name(later.entry())));
  }

  /** How many lines further the export has it; -1 for nowhere. */
  private long inExport(byte[] leaf) throws IOException {
    long lines = 1;
    for (var line = export.next(1, 0); line != null; line = export.next(1, 0), lines++)
      if (Arrays.equals(line.leaf(), leaf)) return lines;
    return -1;
  }

  /** What belongs so many lines further down. */
  private record Later(Entry entry, long lines) {}

  private Later inProof(byte[] leaf) throws IOException {
    try {
      long lines = 1;
      for (ProofLine line = proof.next(); line instanceof Entry entry; line = proof.next(), lines++)
        if (Arrays.equals(entry.leaf(), leaf)) return new Later(entry, lines);
    } catch (FaultFound furtherDown) {
      return null;
    }
    return null;
  }

  private static String name(Entry entry) {
    return entry.event() == null
        ? "in leaf %d of partition %d".formatted(entry.index(), entry.partition())
        : entry.event();
  }
}
