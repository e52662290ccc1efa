package baton.replay;

import baton.custody.Custody;
import baton.replay.model.Ledger;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Ledgers on disk, each with the offsets it was read to, so that a replay up to a time begins at
 * the newest that holds nothing later, instead of at the first offset. They hold what the log holds
 * unsealed and nothing more; one that is lost or damaged costs time only. Source: design section 5.
 */
public final class Snapshots {
  private static final long MAGIC = 0x4241544F4E4C4447L;

  /** Grows with every change of what a file holds, of how events are packed or summed up. */
  private static final int FORMAT = 5;

  private static final String END = ".ledger";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final int keptMax;

  /**
   * @param folder made when the first is written
   * @param keptMax older ones are deleted
   */
  public Snapshots(Path folder, int keptMax) {
    this.folder = folder;
    this.keptMax = keptMax;
  }

  /**
   * Keeps what a replay has read, which was not limited to a time. Nobody sees it before it is
   * whole.
   *
   * @throws UncheckedIOException if it cannot be written
   * @throws org.apache.kafka.common.KafkaException if the log cannot be read at its end
   */
  public void write(LogReplay replay) {
    Instant newest = replay.ledger().newest();
    if (newest.equals(Instant.MIN)) return;
    Path whole = folder.resolve("%016x".formatted(micros(newest)) + END);
    Path begun = folder.resolve(whole.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      write(begun, replay);
      Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      List<Path> all = newestFirst();
      for (Path old : all.subList(Math.min(keptMax, all.size()), all.size()))
        Files.deleteIfExists(old);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * A replay that goes on where the newest usable snapshot ends that holds nothing recorded after
   * the time of these settings, stands on the log as it is now and fits into their memory; else one
   * that begins at the first offset. Both come to the same.
   */
  public LogReplay open(ReplaySettings settings) {
    for (Path file : newestFirst()) {
      if (recordedUpTo(file).isAfter(settings.asAt())) continue;
      Optional<LogReplay> replay = read(file, settings);
      if (replay.isPresent()) return replay.get();
    }
    return new LogReplay(settings);
  }

  /** Of which times there are snapshots, newest first: of each, the newest that it holds. */
  public List<Instant> times() {
    return newestFirst().stream().map(Snapshots::recordedUpTo).toList();
  }

  private static void write(Path file, LogReplay replay) throws IOException {
    Map<Integer, String> footing = replay.footing();
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var sum = new CRC32C();
      var out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new CheckedOutputStream(Channels.newOutputStream(channel), sum), BUFFER));
      out.writeLong(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(Custody.EDITION);
      out.writeLong(replay.ledger().bytes());
      Map<String, String> ids = new TreeMap<>(replay.topicIds());
      out.writeInt(ids.size());
      for (var topic : ids.entrySet()) {
        out.writeUTF(topic.getKey());
        out.writeUTF(topic.getValue());
      }
      Map<TopicPartition, Long> referrals = replay.referralsReadTo();
      out.writeInt(referrals.size());
      for (var partition : referrals.entrySet()) {
        out.writeInt(partition.getKey().partition());
        out.writeLong(partition.getValue());
      }
      out.writeInt(footing.size());
      for (var last : footing.entrySet()) {
        out.writeInt(last.getKey());
        out.writeUTF(last.getValue());
      }
      replay.ledger().save(out);
      out.flush();
      long total = sum.getValue();
      out.writeLong(total);
      out.flush();
      channel.force(true);
    }
  }

  private static Optional<LogReplay> read(Path file, ReplaySettings settings) {
    var sum = new CRC32C();
    try (var in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), sum))) {
      if (in.readLong() != MAGIC || in.readInt() != FORMAT || in.readInt() != Custody.EDITION)
        return Optional.empty();
      // Made by whoever may take more: from the log it fits, where what is concluded is summed up.
      if (in.readLong() > settings.size().bytesMax()) return Optional.empty();
      var ids = new TreeMap<String, String>();
      for (int left = in.readInt(); left > 0; left--) ids.put(in.readUTF(), in.readUTF());
      if (!ids.equals(LogReplay.topicIds(settings))) return Optional.empty();
      var readTo =
          new TreeMap<TopicPartition, Long>(Comparator.comparing(TopicPartition::partition));
      for (int left = in.readInt(); left > 0; left--)
        readTo.put(new TopicPartition(settings.referralsTopic(), in.readInt()), in.readLong());
      var footing = new TreeMap<Integer, String>();
      for (int left = in.readInt(); left > 0; left--) footing.put(in.readInt(), in.readUTF());
      if (!footing.equals(Footing.of(settings, readTo))) return Optional.empty();
      Ledger ledger =
          Ledger.saved(
              in,
              settings.size().bytesMax(),
              new JournalReader(),
              settings.policy(),
              settings.asAt());
      long total = sum.getValue();
      if (in.readLong() != total) return Optional.empty();
      return Optional.of(new LogReplay(settings, ledger, readTo));
    } catch (IOException | RuntimeException unusable) {
      // What it held stands on the log, from where it is read again.
      return Optional.empty();
    }
  }

  private List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9a-f]{16}\\" + END))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Instant recordedUpTo(Path file) {
    long micros = Long.parseLong(file.getFileName().toString().substring(0, 16), 16);
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
