package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The stored checkpoints, in the bound transaction. */
interface CheckpointRows {
  /** Waits until no other batch of these partitions runs anywhere; until the transaction ends. */
  void own(Collection<TopicPartition> partitions) throws SQLException;

  /** Partitions that were never read are absent. */
  Map<TopicPartition, Checkpoint> read(Collection<String> topics) throws SQLException;

  /**
   * Moves each checkpoint that stands where its span begins; one that begins at 0 has none yet.
   *
   * @return how many were moved
   */
  int move(List<Span> spans) throws SQLException;
}
