package baton.proof;

import java.util.List;

/** A line of the proof file that lies beside an export. Its format: docs/verifying.md. */
public sealed interface ProofLine {

  /**
   * The first line.
   *
   * @param round counts the times at which Baton signed: the checkpoints are those of this one
   * @param trees in the order in which their events come
   * @param consistency that trees are those of earlier checkpoints, with more behind; may be empty
   */
  record Manifest(Slice slice, long round, List<Tree> trees, List<Consistency> consistency)
      implements ProofLine {
    public Manifest {
      trees = List.copyOf(trees);
      consistency = List.copyOf(consistency);
    }
  }

  /**
   * @param topic its name, for people
   * @param topicId the broker's id of it: a topic made again under the same name has another
   * @param checkpoint a signed note
   */
  record Tree(String topic, String topicId, int partition, String checkpoint) {
    public String origin() {
      return Checkpoint.origin(topicId, partition);
    }
  }

  /**
   * @param from the earlier size
   */
  record Consistency(String topicId, int partition, long from, List<byte[]> path) {
    String origin() {
      return Checkpoint.origin(topicId, partition);
    }
  }

  /**
   * One event, in the order of the export.
   *
   * @param index of its leaf
   * @param offset where it stands on the log
   * @param event its id; null where the bytes are no event
   * @param lines how many lines of the export its bytes take: one, but for bytes that are no event
   * @param leaf the hash of its leaf
   * @param path its audit path, without what lies above the first node that stands above the
   *     preceding event of the same tree, too
   */
  record Entry(
      String topicId,
      int partition,
      long index,
      long offset,
      String event,
      int lines,
      byte[] leaf,
      List<byte[]> path)
      implements ProofLine {
    String origin() {
      return Checkpoint.origin(topicId, partition);
    }
  }

  /** The last line: without it, the file was cut off. */
  record End() implements ProofLine {}
}
