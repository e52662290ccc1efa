package baton.local.recovery;

import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.local.Trouble;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of the log in files, one for each partition, with their offsets. The broker's own
 * files cannot be copied while it runs: it says only of acknowledged records where they are.
 */
final class LogCopy {
  /** Heartbeats are of the moment only. */
  static final List<String> TOPICS =
      List.of(Topics.REGISTER, Topics.REFERRALS, Topics.ACCESS, Topics.CHECKPOINTS);

  private final Path folder;

  LogCopy(Path folder) {
    this.folder = folder;
  }

  /** Everything from the begins to the ends given. */
  void write(
      Map<String, Object> kafka, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends)
      throws IOException {
    Files.createDirectories(folder);
    var files = new HashMap<TopicPartition, DataOutputStream>();
    try {
      for (TopicPartition partition : ends.keySet()) files.put(partition, open(partition));
      LogScan.read(
          kafka,
          ends.keySet().stream().map(TopicPartition::topic).distinct().toList(),
          begins,
          ends,
          record ->
              write(files.get(new TopicPartition(record.topic(), record.partition())), record),
          handed -> {},
          () -> false);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      for (DataOutputStream file : files.values()) file.close();
    }
  }

  private DataOutputStream open(TopicPartition partition) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file(partition)))));
  }

  private static void write(DataOutputStream file, ConsumerRecord<String, byte[]> record) {
    try {
      file.writeLong(record.offset());
      file.writeLong(record.timestamp());
      write(file, record.key() == null ? null : record.key().getBytes());
      write(file, record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream file, byte[] bytes) throws IOException {
    file.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) file.write(bytes);
  }

  /** Takes records in their order. */
  interface Sink {
    void take(long offset, long timestamp, byte[] key, byte[] value);
  }

  /** Writes a partition's records to a log that has it empty: each gets its old offset. */
  void send(Sending log, TopicPartition partition) throws IOException {
    var next = new long[1];
    each(
        partition,
        (offset, timestamp, key, value) -> {
          if (offset != next[0]++)
            throw new Trouble(
                "%s cannot be restored: its backup begins at offset %d, not at 0"
                    .formatted(partition, offset));
          log.send(
              new ProducerRecord<>(
                  partition.topic(), partition.partition(), timestamp, key, value));
        });
  }

  /** Which of a topic's partitions it has. */
  List<TopicPartition> partitions(String topic) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> new TopicPartition(topic, number))
        .takeWhile(partition -> Files.exists(file(partition)))
        .toList();
  }

  /** All records of a partition. */
  void each(TopicPartition partition, Sink sink) throws IOException {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file(partition)))))) {
      while (true) {
        long offset;
        try {
          offset = in.readLong();
        } catch (EOFException end) {
          return;
        }
        sink.take(offset, in.readLong(), read(in), read(in));
      }
    }
  }

  private static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  /** Where it is. */
  @Override
  public String toString() {
    return folder.toString();
  }

  private Path file(TopicPartition partition) {
    return folder.resolve(partition + ".records.gz");
  }
}
