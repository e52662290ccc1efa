package baton.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Kafka's mock consumer, fed from the simulated log and moved by the simulated group. */
public final class SimulatedConsumer extends MockConsumer<String, byte[]> {
  private final Log log;
  private final Group group;
  private final Actor actor;
  private final int atOnce;

  public SimulatedConsumer(World world, Service service, Actor actor, int atOnce) {
    super("none");
    this.log = world.log();
    this.group = service.group();
    this.actor = actor;
    this.atOnce = atOnce;
  }

  @Override
  public ConsumerRecords<String, byte[]> poll(Duration timeout) {
    Call call = actor.call("poll");
    if (call.fails()) throw new DisconnectException("the broker is away");
    rebalance();
    for (TopicPartition each : assignment()) if (!paused().contains(each)) fetch(each, call);
    return super.poll(Duration.ZERO);
  }

  private void rebalance() {
    if (!group.knows(actor.name())) {
      rebalance(List.of());
      group.join(actor.name());
    }
    Set<TopicPartition> own = group.sync(actor.name());
    // First what was taken away, then what is new: as the cooperative protocol does.
    var kept = new HashSet<>(assignment());
    if (kept.retainAll(own)) rebalance(kept);
    if (!assignment().equals(own)) rebalance(own);
  }

  private void fetch(TopicPartition partition, Call call) {
    List<Log.Entry> records = log.read(partition);
    long from = position(partition);
    long to = Math.min(records.size(), from + 1 + call.dice(atOnce));
    for (long offset = from; offset < to; offset++) addRecord(record(partition, records, offset));
  }

  private static ConsumerRecord<String, byte[]> record(
      TopicPartition partition, List<Log.Entry> records, long offset) {
    Log.Entry entry = records.get((int) offset);
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        entry.at().toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        entry.value().length,
        entry.key(),
        entry.value(),
        new RecordHeaders(),
        Optional.empty());
  }

  @Override
  public OptionalLong currentLag(TopicPartition partition) {
    return OptionalLong.of(log.end(partition) - position(partition));
  }

  @Override
  public void close(CloseOptions options) {
    group.leave(actor.name());
  }
}
