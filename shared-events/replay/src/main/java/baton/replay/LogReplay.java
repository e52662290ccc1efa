package baton.replay;

import baton.contract.ReferralId;
import baton.journal.reader.LogScan;
import baton.replay.model.Entry;
import baton.replay.model.Ledger;
import baton.replay.model.Shard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the log into a {@link Ledger}: the register first, then the referrals by one thread for
 * each shard, on partitions of its own. It can be extended as the log grows. No group, no
 * checkpoint, and no effect on the live reader but the machine's time.
 *
 * <p>Not for several threads at once.
 */
public final class LogReplay {
  /** Whoever waits for a replay. */
  public interface Watcher {
    /** Told again and again how many records of the referrals' topic were taken. */
    default void read(long records) {}

    /** Asked again and again, by every thread. */
    default boolean cancelled() {
      return false;
    }

    /** Asked before every poll, by every thread: it may make it wait for something dearer. */
    default void yield() {}
  }

  private final ReplaySettings settings;
  private final Ledger ledger;
  private final Stretches stretches;
  private final Map<TopicPartition, Long> readTo = new HashMap<>();
  private final LongAdder records = new LongAdder();

  /** From the first offset into an empty ledger. */
  public LogReplay(ReplaySettings settings) {
    this(
        settings,
        Ledger.empty(settings.size(), new JournalReader(), settings.policy(), settings.asAt()),
        Map.of());
  }

  /** From where a ledger's snapshot ends. */
  LogReplay(ReplaySettings settings, Ledger ledger, Map<TopicPartition, Long> readTo) {
    this.settings = settings;
    this.ledger = ledger;
    this.stretches = new Stretches(settings, ledger);
    this.readTo.putAll(readTo);
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Per partition, the next offset to read. */
  public Map<TopicPartition, Long> readTo() {
    return Map.copyOf(readTo);
  }

  Map<TopicPartition, Long> referralsReadTo() {
    var referrals = new HashMap<>(readTo);
    referrals.keySet().removeIf(at -> !at.topic().equals(settings.referralsTopic()));
    return referrals;
  }

  /** See {@link Footing}. */
  Map<Integer, String> footing() {
    return Footing.of(settings, referralsReadTo());
  }

  Map<String, String> topicIds() {
    return topicIds(settings);
  }

  /** A topic made again under the same name has another id. */
  static Map<String, String> topicIds(ReplaySettings settings) {
    return LogScan.topicIds(settings.kafka(), List.of(settings.referralsTopic()));
  }

  /** Which of the ledger's shards holds what is in a partition. */
  public int shardOf(int partition) {
    return stretches.shardOf(partition);
  }

  /**
   * The whole board at a time: reads all that was recorded up to the time of the settings, from the
   * newest snapshot that holds nothing later, or from the first offset. {@link Ledger#eachOpen}
   * then tells of every referral that was open, {@link Ledger#each} of concluded ones too as far as
   * they are kept, {@link #find} of one.
   *
   * @param snapshots null to begin at the first offset in any case
   */
  public static LogReplay upTo(ReplaySettings settings, Snapshots snapshots, Watcher watcher) {
    LogReplay replay = snapshots == null ? new LogReplay(settings) : snapshots.open(settings);
    replay.readTo(replay.ends(), watcher);
    return replay;
  }

  /**
   * One referral's state or, where it is concluded and dropped, its summary; neither where the log
   * tells nothing of it.
   */
  public Entry find(ReferralId referral) {
    for (Shard shard : ledger.shards()) {
      Entry entry = shard.find(referral);
      if (entry.isKnown()) return entry;
    }
    return Entry.NONE;
  }

  /** The same, and it counts as seen: for whoever compares and then asks for what is left. */
  public Entry see(ReferralId referral) {
    for (Shard shard : ledger.shards()) {
      Entry entry = shard.see(referral);
      if (entry.isKnown()) return entry;
    }
    return Entry.NONE;
  }

  /** Tells of what was not seen, one after the other. */
  public void unseen(BiConsumer<ReferralId, Entry> told) {
    ledger.shards().forEach(shard -> shard.unseen(told));
  }

  /** Where the log ends now. */
  public Map<TopicPartition, Long> ends() {
    var topics = new ArrayList<String>();
    if (settings.registerTopic() != null) topics.add(settings.registerTopic());
    topics.add(settings.referralsTopic());
    return LogScan.ends(settings.kafka(), topics);
  }

  /**
   * Reads on to there. If something came of which the ledger has dropped what was before, the log
   * is read again, for that alone: once, whatever it holds.
   *
   * @param ends per partition, exclusive; those absent are not read
   * @throws ReplayCancelled if the watcher wants no more of it
   */
  public void readTo(Map<TopicPartition, Long> ends, Watcher watcher) {
    register(ends, watcher);
    stretches.read(
        readTo,
        ends,
        watcher,
        handed -> {
          records.add(handed);
          watcher.read(records.sum());
        });
    ends.forEach((partition, end) -> readTo.merge(partition, end, Math::max));
    if (ledger.late() == 0) return;
    ledger.collect();
    stretches.read(Map.of(), readTo, watcher, again -> {});
    ledger.collected();
  }

  private void register(Map<TopicPartition, Long> ends, Watcher watcher) {
    if (settings.registerTopic() == null) return;
    var reader = new JournalReader();
    LogScan.read(
        settings.kafka(),
        List.of(settings.registerTopic()),
        readTo,
        ends,
        record -> register(reader, record.value()),
        read -> {},
        watcher::cancelled);
    if (watcher.cancelled()) throw new ReplayCancelled();
  }

  private void register(JournalReader reader, byte[] value) {
    try {
      var event = reader.read(value == null ? new byte[0] : value, null);
      if (event.referral() == null) ledger.register(event);
    } catch (RuntimeException unreadable) {
      // Parked by every service that reads it; it is policy for nobody.
    }
  }
}
