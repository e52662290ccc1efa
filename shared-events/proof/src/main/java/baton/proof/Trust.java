package baton.proof;

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
  public Trust {
    witnesses = List.copyOf(witnesses);
    checkpoints = List.copyOf(checkpoints);
  }
}
