package baton.simulation;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The shared log: partitions to which records are only added. */
public final class Log {
  public static final List<String> TOPICS =
      List.of(Topics.REFERRALS, Topics.REGISTER, Topics.ACCESS, Topics.HEARTBEATS);

  private final SimulatedTime time;
  private final Invariants invariants;
  private final int partitions;
  private final Map<String, List<Entry>> records = new TreeMap<>();
  private final List<Deque<Sent>> late = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  /**
   * @param at the broker's timestamp
   */
  public record Entry(long offset, String key, byte[] value, Instant at) {}

  /** What is on its way. */
  record Sent(TopicPartition partition, String key, byte[] value) {}

  Log(SimulatedTime time, Invariants invariants, int partitions) {
    this.time = time;
    this.invariants = invariants;
    this.partitions = partitions;
  }

  public Uuid topicId(String topic) {
    return new Uuid(0, TOPICS.indexOf(topic) + 1L);
  }

  public List<TopicPartition> partitions(String topic) {
    var all = new ArrayList<TopicPartition>();
    int count = topic.equals(Topics.REFERRALS) ? partitions : 1;
    for (int i = 0; i < count; i++) all.add(new TopicPartition(topic, i));
    return all;
  }

  TopicPartition partition(String topic, String key) {
    boolean spread = topic.equals(Topics.REFERRALS);
    return new TopicPartition(topic, spread ? Math.floorMod(key.hashCode(), partitions) : 0);
  }

  public long end(TopicPartition partition) {
    return read(partition).size();
  }

  public List<Entry> read(TopicPartition partition) {
    return records.getOrDefault(partition.toString(), List.of());
  }

  long append(Sent sent) {
    List<Entry> all = records.computeIfAbsent(sent.partition().toString(), p -> new ArrayList<>());
    var entry = new Entry(all.size(), sent.key(), sent.value(), time.now());
    all.add(entry);
    if (!sent.partition().topic().equals(Topics.HEARTBEATS)) invariants.published(entry);
    return entry.offset();
  }

  /** Left behind by a producer that was closed: the broker may still take it, in its order. */
  void late(Deque<Sent> sent) {
    if (!sent.isEmpty()) late.add(sent);
  }

  boolean hasLate() {
    return !late.isEmpty();
  }

  /** The next of a closed producer's records arrives, or the rest of them is lost. */
  void arrives(Call chance) {
    if (late.isEmpty()) return;
    Deque<Sent> one = late.get(chance.dice(late.size()));
    if (chance.dice(5) == 4) one.clear();
    else append(one.poll());
    late.removeIf(Deque::isEmpty);
  }

  /** The broker will not take this event, however often it is sent. */
  void refuse(Row row) {
    refused.add(row.name());
  }

  boolean refuses(TopicPartition partition, byte[] value) {
    return !refused.isEmpty()
        && !partition.topic().equals(Topics.HEARTBEATS)
        && refused.contains(Row.name(Envelope.parse(value)));
  }

  void takeAll() {
    refused.clear();
  }

  static Deque<Sent> queue(Sent... first) {
    return new ArrayDeque<>(Arrays.asList(first));
  }
}
