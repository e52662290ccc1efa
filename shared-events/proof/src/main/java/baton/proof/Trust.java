package baton.proof;

import baton.proof.VerifierKey.Kind;
import java.util.List;

/**
 * What whoever verifies believes beforehand.
 *
 * @param log the key of the log; its name does not matter, because each tree is signed under the
 *     name of its origin
 * @param witnesses whose cosignatures are told in the verdict; kind {@code COSIGNATURE}
 * @param checkpoints got elsewhere or earlier than the export; empty where only the proof file's
 *     own are at hand, which then is said in the verdict
 */
public record Trust(VerifierKey log, List<VerifierKey> witnesses, List<SignedNote> checkpoints) {

  /**
   * @throws IllegalArgumentException if a key is of the wrong kind: a log's own key under another
   *     name must not pass for a witness
   */
  public Trust {
    if (log.kind() != Kind.NOTE)
      throw new IllegalArgumentException(log.name() + " is a witness's key, not a log's");
    for (VerifierKey each : witnesses)
      if (each.kind() != Kind.COSIGNATURE)
        throw new IllegalArgumentException(each.name() + " is a log's key, not a witness's");
    witnesses = List.copyOf(witnesses);
    checkpoints = List.copyOf(checkpoints);
  }
}
