package baton.local.recovery;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.reader.LogScan;
import baton.local.recovery.ArchivedTopic.Place;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic as it is now, next to what the archive holds of it. */
final class Comparison {
  private static final int BATCH = 500;

  private final ArchivedTopic archive;
  private final MessageDigest sha256 = Manifest.sha256();

  /** Hashes of what stands where: the records themselves may be long. */
  private final Map<Place, byte[]> batch = new HashMap<>();

  private final Set<String> ids = new HashSet<>();
  private final Set<String> notArchived = new HashSet<>();
  private long records;
  private long matching;
  private boolean contradicted;

  private Comparison(ArchivedTopic archive) {
    this.archive = archive;
  }

  /**
   * @param begins of its partitions: what was deleted cannot be read
   * @param ends of the topic's partitions; none where there is no such topic
   */
  static Comparison of(
      Map<String, Object> kafka,
      Map<TopicPartition, Long> begins,
      Map<TopicPartition, Long> ends,
      ArchivedTopic archive)
      throws SQLException {
    var comparison = new Comparison(archive);
    List<String> topics = ends.keySet().stream().map(TopicPartition::topic).distinct().toList();
    LogScan.read(kafka, topics, begins, ends, comparison::take, handed -> {}, () -> false);
    comparison.flush();
    return comparison;
  }

  /** How many records the topic holds. */
  long records() {
    return records;
  }

  /** Every archived event stands where the archive says. */
  boolean isSame() throws SQLException {
    return !contradicted && matching == archive.count();
  }

  /** Ids of events that are on the topic and not in the archive. */
  Set<String> notArchived() {
    return notArchived;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    records++;
    batch.put(new Place(record.partition(), record.offset()), sha256.digest(record.value()));
    ids.addAll(id(record.value()));
    try {
      if (batch.size() >= BATCH) flush();
    } catch (SQLException e) {
      throw new IllegalStateException("the archive cannot be read", e);
    }
  }

  private void flush() throws SQLException {
    Map<Place, byte[]> archived = archive.hashes(batch.keySet());
    archived.forEach(
        (place, hash) -> {
          if (Arrays.equals(hash, batch.get(place))) matching++;
          else contradicted = true;
        });
    ids.removeAll(archive.known(ids));
    notArchived.addAll(ids);
    batch.clear();
    ids.clear();
  }

  /** Of no use where the bytes are no event. */
  static List<String> id(byte[] value) {
    try {
      return List.of(Envelope.parse(value).id());
    } catch (UnreadableEvent noEvent) {
      return List.of();
    }
  }
}
