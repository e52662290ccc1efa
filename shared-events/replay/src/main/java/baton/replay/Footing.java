package baton.replay;

import baton.journal.reader.LogScan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What a snapshot stands on: the last record that it was read to, of each partition. A log that was
 * cut short and written to again has others at these places, though the topic is the same.
 */
final class Footing {

  private Footing() {}

  /**
   * @param readTo per partition of the referrals' topic, exclusive
   * @return per partition, SHA-256 of the record before that, in hex; none where nothing was read
   *     or the log is shorter by now
   * @throws org.apache.kafka.common.KafkaException if the log cannot be read there
   */
  static Map<Integer, String> of(ReplaySettings settings, Map<TopicPartition, Long> readTo) {
    List<String> topic = List.of(settings.referralsTopic());
    Map<TopicPartition, Long> ends = LogScan.ends(settings.kafka(), topic);
    var from = new HashMap<TopicPartition, Long>();
    var to = new HashMap<>(readTo);
    to.entrySet()
        .removeIf(e -> e.getValue() == 0 || e.getValue() > ends.getOrDefault(e.getKey(), 0L));
    to.forEach((partition, end) -> from.put(partition, end - 1));
    var found = new TreeMap<Integer, String>();
    LogScan.read(
        settings.kafka(),
        topic,
        from,
        to,
        record -> found.put(record.partition(), hash(record.value())),
        handed -> {},
        () -> false);
    return found;
  }

  private static String hash(byte[] value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value == null ? new byte[0] : value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
