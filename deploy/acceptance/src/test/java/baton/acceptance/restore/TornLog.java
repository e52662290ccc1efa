package baton.acceptance.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.acceptance.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A disk that lost what was written last: the end of one partition of a broker that does not run.
 */
final class TornLog {
  /** Of a batch of records: its first offset (8 bytes) and how long the rest is (4). */
  private static final int LENGTH_AT = Long.BYTES;

  private static final int BATCH_HEAD = Long.BYTES + Integer.BYTES;

  /** What a broker that was shut down believes without looking. */
  private static final List<String> BELIEVED =
      List.of(".kafka_cleanshutdown", "recovery-point-offset-checkpoint");

  private TornLog() {}

  /**
   * Cuts the last batch off the partition that holds most.
   *
   * @param data folder of a broker's partitions
   * @return the partition's name
   */
  static String cut(Path data, String topic) throws IOException {
    Path segment = longest(data, topic);
    try (var file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file.truncate(lastBatch(file));
    }
    for (String name : BELIEVED) Files.deleteIfExists(data.resolve(name));
    return segment.getParent().getFileName().toString();
  }

  /**
   * Somebody else writes where the partition ends now: events of referrals that nobody knows.
   *
   * @param kafka how to reach the broker that runs again
   * @param partition its name
   */
  static void writeOn(Map<String, Object> kafka, String partition, int events) {
    var log = new Log(kafka);
    var known =
        log.everything().stream()
            .filter(record -> (record.topic() + "-" + record.partition()).equals(partition))
            .findFirst()
            .orElseThrow();
    var event = new String(known.value(), UTF_8);
    var subject = new String(known.key(), UTF_8);
    for (int i = 0; i < events; i++) {
      var stranger = UUID.randomUUID().toString();
      var foreign = event.replace(subject, stranger).getBytes(UTF_8);
      log.send(new ProducerRecord<>(known.topic(), known.partition(), stranger, foreign));
    }
  }

  private static Path longest(Path data, String topic) throws IOException {
    try (Stream<Path> segments = Files.walk(data, 2)) {
      return segments
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .filter(file -> file.getParent().getFileName().toString().matches(topic + "-\\d+"))
          .max(Comparator.comparingLong(TornLog::size))
          .orElseThrow();
    }
  }

  private static long lastBatch(FileChannel file) throws IOException {
    long last = 0;
    for (long next = 0; next < file.size(); next = last + BATCH_HEAD + length(file, last))
      last = next;
    return last;
  }

  private static int length(FileChannel file, long batch) throws IOException {
    var length = ByteBuffer.allocate(Integer.BYTES);
    file.read(length, batch + LENGTH_AT);
    return length.getInt(0);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
