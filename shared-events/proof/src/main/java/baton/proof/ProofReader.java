package baton.proof;

import baton.proof.Fault.Kind;
import baton.proof.Lines.Line;
import baton.proof.ProofLine.Manifest;
import java.io.IOException;

/** Reads a proof file; what is no line of one ends the verification. */
final class ProofReader {
  private static final int MANIFEST_MAX = 4 * 1024 * 1024;
  private static final int LINE_MAX = 16 * 1024;

  private final Lines lines;
  private long number;

  ProofReader(Lines lines) {
    this.lines = lines;
  }

  Manifest manifest() throws IOException, FaultFound {
    if (read(MANIFEST_MAX) instanceof Manifest manifest) return manifest;
    throw FaultFound.of(
        Kind.MALFORMED, "the proof file does not begin with a line of format " + ProofFormat.NAME);
  }

  /** An entry or the end. */
  ProofLine next() throws IOException, FaultFound {
    return read(LINE_MAX);
  }

  /** Behind the last line nothing may come. */
  void requireEnd() throws IOException, FaultFound {
    if (lines.next(1, 0) != null)
      throw FaultFound.of(Kind.MALFORMED, "the proof file goes on behind its end");
  }

  private ProofLine read(int max) throws IOException, FaultFound {
    Line line = lines.next(1, max);
    if (line == null)
      throw FaultFound.of(
          Kind.MALFORMED,
          number == 0
              ? "the proof file is empty"
              : "the proof file was cut off behind line " + number + ": its end is missing");
    number++;
    if (line.bytes() == null)
      throw FaultFound.of(
          Kind.MALFORMED,
          "line %d of the proof file is longer than any that Baton writes".formatted(number));
    try {
      return ProofFormat.read(line.bytes());
    } catch (IllegalArgumentException e) {
      throw FaultFound.of(
          Kind.MALFORMED,
          "line %d of the proof file is none of its format: %s".formatted(number, e.getMessage()));
    }
  }
}
