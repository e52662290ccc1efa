package baton.local.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * What a topic held before it was written again. It is kept for good; and until the topic is whole
 * again it may be the only place of some events, so a recovery that follows one that was broken off
 * begins with what that one kept.
 */
final class ReplacedTopic {
  private static final String FOLDERS = "replaced-";

  /** Stands in the folder until the topic that is written in its place is whole. */
  private static final String UNFINISHED = "unfinished";

  private final Path home;
  private final String topic;

  /**
   * @param home in which folders are kept
   */
  ReplacedTopic(Path home, String topic) {
    this.home = home;
    this.topic = topic;
  }

  /** A folder in which something is kept that is replaced now. */
  static Path folder(Path home, Instant now) {
    return home.resolve(FOLDERS + now.toString().replace(':', '-'));
  }

  /** What was kept since the topic was whole, the oldest first. */
  List<LogCopy> unfinished() throws IOException {
    try (Stream<Path> marks = marks()) {
      return marks.sorted().map(mark -> new LogCopy(mark.getParent())).toList();
    }
  }

  /** Ids of the events in it that the archive does not hold. */
  Set<String> notIn(ArchivedTopic archive) throws IOException, SQLException {
    var lacking = new HashSet<String>();
    for (LogCopy copy : unfinished())
      for (TopicPartition partition : copy.partitions(topic)) {
        var ids = new HashSet<String>();
        copy.each(partition, (_, _, _, value) -> ids.addAll(Comparison.id(value)));
        ids.removeAll(archive.known(ids));
        lacking.addAll(ids);
      }
    return lacking;
  }

  /** All of it, before it is deleted. */
  void keep(
      Instant now,
      Map<String, Object> kafka,
      Map<TopicPartition, Long> begins,
      Map<TopicPartition, Long> ends)
      throws IOException {
    Path kept = folder(home, now).resolve(topic);
    new LogCopy(kept).write(kafka, begins, ends);
    // A copy that was broken off itself is none: the topic is still there then.
    Files.createFile(kept.resolve(UNFINISHED));
  }

  /** The topic is whole: what was kept is history from now on. */
  void done() throws IOException {
    List<Path> done;
    try (Stream<Path> marks = marks()) {
      done = marks.toList();
    }
    for (Path mark : done) Files.delete(mark);
  }

  private Stream<Path> marks() throws IOException {
    return Files.list(home)
        .filter(each -> each.getFileName().toString().startsWith(FOLDERS))
        .map(each -> each.resolve(topic).resolve(UNFINISHED))
        .filter(Files::exists);
  }
}
