package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions this instance reads, and where it stands in each. Belongs to the reader's
 * thread.
 */
final class Placement implements ConsumerRebalanceListener {
  private final Consumer<?, ?> consumer;
  private final TopicIds ids;
  private final Supplier<Map<TopicPartition, Checkpoint>> stored;
  private final InFlight inFlight;

  private final Map<TopicPartition, Checkpoint> positions = new HashMap<>();
  private final Set<TopicPartition> unplaced = new HashSet<>();
  private boolean joined;

  /**
   * @param stored asks the database for the checkpoints
   */
  Placement(
      Consumer<?, ?> consumer,
      TopicIds ids,
      Supplier<Map<TopicPartition, Checkpoint>> stored,
      InFlight inFlight) {
    this.consumer = consumer;
    this.ids = ids;
    this.stored = stored;
    this.inFlight = inFlight;
  }

  /** Of the partitions whose place was found. */
  Map<TopicPartition, Checkpoint> positions() {
    return positions;
  }

  /** Whether the group has said what this instance reads, and it is read from the right place. */
  boolean isSettled() {
    return joined && unplaced.isEmpty();
  }

  /**
   * Seeks partitions that were assigned to where this service has got to.
   *
   * @throws ReaderRefused if the topic is not the one that was read so far
   */
  void place() {
    if (unplaced.isEmpty() || !ids.known()) return;
    var checkpoints = stored.get();
    for (TopicPartition partition : unplaced) place(partition, checkpoints.get(partition));
    unplaced.clear();
  }

  private void place(TopicPartition partition, Checkpoint checkpoint) {
    String id = ids.id(partition.topic());
    if (checkpoint != null && !checkpoint.topicId().equals(id))
      throw ReaderRefused.otherTopic(partition.topic(), checkpoint.topicId(), id);
    Checkpoint at = checkpoint == null ? new Checkpoint(id, 0, null) : checkpoint;
    consumer.seek(partition, at.next());
    positions.put(partition, at);
  }

  void advance(List<Span> committed) {
    for (Span span : committed)
      positions.put(span.partition(), new Checkpoint(span.topicId(), span.to(), span.readUpTo()));
  }

  void caughtUp(TopicPartition partition, Instant now) {
    positions.computeIfPresent(
        partition, (same, at) -> new Checkpoint(at.topicId(), at.next(), now));
  }

  /**
   * What was polled is stale: its partitions are looked up and read again from their checkpoint.
   */
  void dropInFlight() {
    unplaced.addAll(inFlight.partitions());
    positions.keySet().removeAll(unplaced);
    consumer.pause(unplaced);
    inFlight.clear();
  }

  /**
   * Their place is looked up after the poll, where a failing database can be waited for. Until then
   * they are paused, at an offset that only keeps the consumer from asking for one.
   */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    joined = true;
    consumer.pause(assigned);
    for (TopicPartition partition : assigned) consumer.seek(partition, 0);
    unplaced.addAll(assigned);
  }

  /** Also called for those that were lost to others: their records are nobody's business here. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    inFlight.drop(revoked);
    unplaced.removeAll(Set.copyOf(revoked));
    positions.keySet().removeAll(Set.copyOf(revoked));
  }
}
