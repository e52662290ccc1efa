package baton.journal.audit;

import org.apache.kafka.common.TopicPartition;

/**
 * How far one partition was compared.
 *
 * @param topicId a topic that was made anew has another id
 * @param next the offset at which it goes on
 * @param end where the partition ended when the audit began
 */
record Place(TopicPartition partition, String topicId, long next, long end) {
  boolean done() {
    return next >= end;
  }

  Place at(long offset) {
    return new Place(partition, topicId, offset, end);
  }
}
