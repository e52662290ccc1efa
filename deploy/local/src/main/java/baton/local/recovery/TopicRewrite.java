package baton.local.recovery;

import baton.journal.envelope.Topics;
import baton.journal.recovery.LogView;
import baton.local.Trouble;
import baton.parts.LogTopics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes a topic again: the archive in the order of the log, then what only the old topic held,
 * then what only the stores hold.
 */
final class TopicRewrite {
  /** As the services make it. */
  private static final int PARTITIONS = 12;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Admin admin;
  private final Map<String, Object> kafka;
  private final int copies;
  private final String topic;
  private final List<Store> stores;
  private final ReplacedTopic replaced;
  private final Consumer<String> tell;

  /**
   * @param copies of every record
   * @param replaced for what the old topic holds, before it is deleted
   */
  TopicRewrite(
      Admin admin,
      Map<String, Object> kafka,
      int copies,
      String topic,
      List<Store> stores,
      ReplacedTopic replaced,
      Consumer<String> tell) {
    this.admin = admin;
    this.kafka = kafka;
    this.copies = copies;
    this.topic = topic;
    this.stores = stores;
    this.replaced = replaced;
    this.tell = tell;
  }

  record Written(String topicId, long archived, int kept, int fromStores) {
    /** Only the archive knows in which order the log had its events. */
    boolean inAnotherOrder() {
      return kept + fromStores > 0;
    }
  }

  /**
   * @param notArchived ids of events that only the old topic holds, or an older one of a recovery
   *     that was broken off
   */
  Written write(
      LogView log, Map<TopicPartition, Long> ends, ArchivedTopic archive, Set<String> notArchived)
      throws SQLException, IOException, ExecutionException, InterruptedException {
    int partitions =
        ends.isEmpty() ? (topic.equals(Topics.REFERRALS) ? PARTITIONS : 1) : ends.size();
    requireSamePartitions(archive, partitions);
    if (log.topicIds().containsKey(topic)) {
      replaced.keep(Instant.now(), kafka, log.begins(), ends);
      delete();
    }
    List<LogCopy> old = replaced.unfinished();
    old.forEach(copy -> tell.accept("what " + topic + " held is kept in " + copy));
    tell.accept("writing " + topic + " again");
    LogTopics.create(kafka, topic.equals(Topics.REFERRALS) ? partitions : PARTITIONS, copies);
    try (var sending = new Sending(kafka)) {
      var archived = new long[1];
      archive.each(
          row -> {
            sending.send(record(row.partition(), row.key(), row.value()));
            archived[0]++;
          });
      var done = new HashSet<String>();
      for (LogCopy copy : old)
        for (TopicPartition place : copy.partitions(topic))
          copy.each(
              place,
              (offset, timestamp, key, value) ->
                  Comparison.id(value).stream()
                      .filter(id -> notArchived.contains(id) && done.add(id))
                      .forEach(
                          id -> sending.send(record(place.partition(), new String(key), value))));
      int fromStores =
          new Tails(topic, archive, notArchived)
              .each(
                  stores,
                  event ->
                      sending.send(
                          record(
                              null,
                              event.referral() == null ? event.subject() : event.referral(),
                              event.bytes())));
      sending.flush();
      return new Written(
          LogView.of(admin).topicIds().get(topic), archived[0], done.size(), fromStores);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Integer partition, String key, byte[] value) {
    return new ProducerRecord<>(topic, partition, key == null ? null : key.getBytes(), value);
  }

  /** A referral's story must go on where it stands; a stray record proves nothing. */
  private void requireSamePartitions(ArchivedTopic archive, int partitions) throws SQLException {
    var balance = new long[1];
    archive.each(
        row -> {
          if (row.key() == null) return;
          int place = Utils.toPositive(Utils.murmur2(row.key().getBytes())) % partitions;
          balance[0] += place == row.partition() ? 1 : -1;
        });
    if (balance[0] < 0)
      throw new Trouble(
          "%s had another number of partitions than %d: make it with the right one and recover again"
              .formatted(topic, partitions));
  }

  private void delete() throws ExecutionException, InterruptedException {
    admin.deleteTopics(List.of(topic)).all().get();
    while (admin.listTopics().names().get().contains(topic))
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
  }
}
