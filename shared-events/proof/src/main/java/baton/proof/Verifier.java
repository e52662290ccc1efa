package baton.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Checks an export against the log that Baton signed, with nothing but two files, a public key and,
 * best, checkpoints that came another way. Baton need not run, nor be trusted.
 *
 * <p>In: the export (each line the bytes of one event, {@code GET /audit/export}), its proof file
 * ({@code GET /audit/export/proof} with the same query) and a {@link Trust}: the log's key ({@code
 * GET /audit/checkpoints/key}, read with {@link VerifierKey#parse}), witnesses' keys, checkpoints
 * (a file of signed notes, {@code GET /audit/checkpoints} as text, read with {@link
 * Checkpoint#notes}).
 *
 * <p>Out: a {@link Verdict}. Of {@link Verdict.Holds}, {@code unproven} says what does not follow,
 * for people to read; of {@link Verdict.Fails}, the {@link Fault} names the first event that is
 * missing, changed, added or moved by partition, leaf index and event id. Whatever the files hold,
 * there is a verdict; only a file that cannot be read is an exception.
 *
 * <p>Both files are read once, side by side, in a few megabytes of memory (a slice of very many
 * streams takes up to a hundred).
 */
public final class Verifier {
  private final Trust trust;

  public Verifier(Trust trust) {
    this.trust = trust;
  }

  /** Takes each event once it is verified, in the order of the export. */
  @FunctionalInterface
  public interface Taker {
    Taker NOBODY = (tree, value) -> {};

    /**
     * @param tree in which it stands
     * @param value its bytes; null where there are more of them than any event has
     */
    void take(ProofLine.Tree tree, byte[] value) throws IOException;
  }

  /** What a proof file says of itself, which is not verified; empty where it says nothing. */
  public static Optional<ProofLine.Manifest> manifest(InputStream proof) throws IOException {
    try {
      return Optional.of(new ProofReader(new Lines(proof)).manifest());
    } catch (FaultFound none) {
      return Optional.empty();
    }
  }

  public Verdict verify(InputStream export, InputStream proof) throws IOException {
    return verify(export, proof, events -> {});
  }

  /**
   * @param progress is told how many events were checked, after each
   * @throws IOException if one of the files cannot be read
   */
  public Verdict verify(InputStream export, InputStream proof, LongConsumer progress)
      throws IOException {
    return verify(export, proof, progress, Taker.NOBODY);
  }

  /**
   * The same, for whoever does something with what is verified. The verdict is known at the end:
   * what was taken before a fault was found must not be relied on.
   */
  public Verdict verify(InputStream export, InputStream proof, LongConsumer progress, Taker taker)
      throws IOException {
    try {
      return new Examination(
              trust, new Lines(export), new ProofReader(new Lines(proof)), progress, taker)
          .verdict();
    } catch (FaultFound found) {
      return new Verdict.Fails(found.fault());
    }
  }
}
