package baton.journal.reader;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** The stored record of how far each partition was read: who may move it, and from where. */
final class Checkpoints {
  private final CheckpointRows rows;

  Checkpoints(CheckpointRows rows) {
    this.rows = rows;
  }

  /** Where the next batch of a partition begins. */
  record Checkpoint(String topicId, long next, Instant readUpTo) {}

  /**
   * What one batch reads of one partition.
   *
   * @param from the offset at which the checkpoint is expected
   * @param to the offset at which the next batch begins
   * @param readUpTo the broker's timestamp of the last record
   */
  record Span(TopicPartition partition, String topicId, long from, long to, Instant readUpTo) {}

  /** Waits until no other batch of these partitions runs anywhere. */
  void own(Collection<TopicPartition> partitions) throws SQLException {
    rows.own(partitions);
  }

  /**
   * Compares before the work is done; {@link #advance} compares again as it writes.
   *
   * @throws StaleOwner if somebody else has read on meanwhile
   */
  void compare(Collection<Span> spans) throws SQLException {
    var topics = spans.stream().map(span -> span.partition().topic()).distinct().toList();
    var stored = rows.read(topics);
    for (Span span : spans) {
      Checkpoint checkpoint = stored.get(span.partition());
      boolean expected =
          checkpoint == null
              ? span.from() == 0
              : checkpoint.topicId().equals(span.topicId()) && checkpoint.next() == span.from();
      if (!expected) throw new StaleOwner(span, checkpoint);
    }
  }

  /**
   * Compare-and-set.
   *
   * @throws StaleOwner if a checkpoint is not where its span begins
   */
  void advance(List<Span> spans) throws SQLException {
    if (rows.move(spans) != spans.size()) throw new StaleOwner(spans);
  }
}
