package baton.escalation.proof;

import baton.proof.Checkpoint;

/**
 * One tree as it stands.
 *
 * @param size how many leaves it has
 * @param nextOffset the archive's rows before it are leaves
 */
record Tree(int id, String topic, String topicId, int partition, long size, long nextOffset) {
  String origin() {
    return Checkpoint.origin(topicId, partition);
  }

  Tree grown(long leaves, long next) {
    return new Tree(id, topic, topicId, partition, size + leaves, next);
  }
}
