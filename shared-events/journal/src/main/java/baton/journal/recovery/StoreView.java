package baton.journal.recovery;

import baton.journal.relay.StoreCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What a store remembers of the log.
 *
 * @param source who writes it, such as {@code /intake-service}
 * @param cluster the broker's that it was last in order with, or null
 * @param trouble why its own positions cannot be trusted, in a sentence
 */
public record StoreView(String source, String cluster, List<Mark> marks, Optional<String> trouble) {
  private static final String MARKS =
      """
      select 'PUBLISHED', topic, topic_id, partition, acked_offset + 1 from relay_acked
      union all
      select 'READ', topic, topic_id, partition, next_offset from log_checkpoint
      order by 1, 2, 4
      """;

  private static final String COMPARED =
      "select 'COMPARED', topic, topic_id, partition, next_offset from log_compared";

  /** A store that no service of this version has opened yet has none. */
  private static final String HAS_COMPARED = "select to_regclass('log_compared') is not null";

  /** What was done up to a mark. */
  public enum Done {
    PUBLISHED,
    READ,
    /** The store held all of its own up to there when its service started. */
    COMPARED
  }

  /**
   * How far a partition is known to reach.
   *
   * @param next the offset behind the last record that is known
   */
  public record Mark(Done done, String topic, String topicId, int partition, long next) {
    TopicPartition place() {
      return new TopicPartition(topic, partition);
    }
  }

  /** Reads it from the store's database. */
  public static StoreView of(Connection connection, String source) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var marks = new ArrayList<Mark>();
      add(statement.executeQuery(MARKS), marks);
      boolean compared;
      try (ResultSet row = statement.executeQuery(HAS_COMPARED)) {
        compared = row.next() && row.getBoolean(1);
      }
      if (compared) add(statement.executeQuery(COMPARED), marks);
      String cluster = null;
      try (ResultSet row = statement.executeQuery("select cluster_id from log_cluster")) {
        if (row.next()) cluster = row.getString(1);
      }
      return new StoreView(source, cluster, List.copyOf(marks), StoreCheck.trouble(connection));
    }
  }

  private static void add(ResultSet found, List<Mark> marks) throws SQLException {
    try (ResultSet row = found) {
      while (row.next())
        marks.add(
            new Mark(
                Done.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5)));
    }
  }

  /** From where its reader goes on. */
  long read(TopicPartition place) {
    return marks.stream()
        .filter(mark -> mark.done() == Done.READ && mark.place().equals(place))
        .mapToLong(Mark::next)
        .findFirst()
        .orElse(0);
  }

  /**
   * Up to where this store need not be compared: what its service has read it holds, and of a topic
   * that it only writes, what it knows to be published, and what was compared before.
   */
  long compared(TopicPartition place, LogView log) {
    boolean reads = reads(place.topic());
    return marks.stream()
        .filter(mark -> reads == (mark.done() == Done.READ) && mark.place().equals(place))
        .filter(mark -> mark.done() != Done.COMPARED || isOf(log, mark))
        .mapToLong(Mark::next)
        .max()
        .orElse(0);
  }

  /** Of another topic of the same name, or of one that was cut, it says nothing. */
  private static boolean isOf(LogView log, Mark mark) {
    return mark.topicId().equals(log.topicIds().get(mark.topic()))
        && mark.next() <= log.ends().getOrDefault(mark.place(), 0L);
  }

  private boolean reads(String topic) {
    return marks.stream().anyMatch(mark -> mark.done() == Done.READ && mark.topic().equals(topic));
  }
}
