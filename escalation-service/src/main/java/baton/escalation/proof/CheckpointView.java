package baton.escalation.proof;

import baton.proof.Checkpoint;
import baton.proof.SignedNote;
import baton.proof.VerifierKey;
import java.time.Instant;
import java.util.List;

/**
 * A checkpoint as it is shown.
 *
 * @param origin of the tree, and name of the key that signed
 * @param rootHash in Base64
 * @param round the time of signing, counted from 1
 * @param verifierKey for tools that want one key a name (C2SP vkey)
 * @param note as it was signed and cosigned
 */
public record CheckpointView(
    String topic,
    String topicId,
    int partition,
    String origin,
    long size,
    String rootHash,
    long round,
    Instant signedAt,
    String verifierKey,
    String note) {

  static CheckpointView of(CheckpointTable.Row row, VerifierKey key) {
    String origin = Checkpoint.origin(row.topicId(), row.partition());
    return new CheckpointView(
        row.topic(),
        row.topicId(),
        row.partition(),
        origin,
        row.size(),
        SignedNote.parse(row.note()).text().split("\n")[2],
        row.round(),
        row.signedAt(),
        key.named(origin).toString(),
        row.note());
  }

  /**
   * The checkpoints of one round, or of each tree the last.
   *
   * @param key verifies all of them (C2SP vkey)
   */
  public record Checkpoints(String key, long round, List<CheckpointView> items) {}
}
