package baton.proof;

/**
 * The first thing that is wrong with an export.
 *
 * @param topicId of the tree, with its partition; null where no tree is concerned
 * @param index of the leaf from which on it is wrong; null where no leaf is concerned
 * @param event id of the event that is missing, changed or moved, or of the one that was added;
 *     null where no bytes at hand tell it
 * @param sentence what is wrong, for people
 */
public record Fault(
    Kind kind, String topicId, Integer partition, Long index, String event, String sentence) {

  /** What is wrong, for machines. */
  public enum Kind {
    /** An event that the checkpoint covers is not in the export. */
    MISSING,
    /** An event stands where it belongs in other bytes. */
    CHANGED,
    /** Something stands in the export that the log does not have there. */
    ADDED,
    /** An event of the log stands in another place. */
    MOVED,
    /** The export ends before a checkpoint that is trusted. */
    OLD_CHECKPOINT,
    /** Two checkpoints, each properly signed, are of different logs. */
    FORK,
    /**
     * The checkpoints of export and verifier cannot be compared: a consistency proof is wanting.
     */
    UNCONNECTED,
    /** A checkpoint is not signed by the log's key. */
    SIGNATURE,
    /** The proof file proves nothing here: it was altered, or made for other events. */
    PROOF_FALSE,
    /** The proof file is no proof file, or ends too early. */
    MALFORMED
  }
}
