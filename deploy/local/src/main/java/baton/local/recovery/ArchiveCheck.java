package baton.local.recovery;

import baton.journal.recovery.LogView;
import baton.journal.recovery.Situation;
import baton.journal.recovery.StoreView.Done;
import baton.journal.recovery.StoreView.Mark;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Does the archive hold every event that escalation-service has read? */
final class ArchiveCheck {
  private final Map<String, Object> kafka;
  private final Store archiving;

  ArchiveCheck(Map<String, Object> kafka, Store archiving) {
    this.kafka = kafka;
    this.archiving = archiving;
  }

  /** Of topics that escalation-service knows under their present id. */
  List<Situation> look(LogView log) throws SQLException {
    var found = new ArrayList<Situation>();
    List<Mark> marks = archiving.view().marks();
    try (Connection connection = archiving.connect()) {
      for (String topic : LogView.TOPICS) {
        Map<TopicPartition, Long> read = new HashMap<>();
        for (Mark mark : marks)
          if (mark.done() == Done.READ
              && mark.topic().equals(topic)
              && mark.topicId().equals(log.topicIds().get(topic)))
            read.put(new TopicPartition(topic, mark.partition()), end(log, mark));
        int lacking =
            Comparison.of(kafka, log.begins(), read, new ArchivedTopic(connection, topic))
                .notArchived()
                .size();
        if (lacking > 0)
          found.add(
              new Situation(
                  Situation.Kind.ARCHIVE_BEHIND,
                  archiving.source(),
                  null,
                  "The archive lacks %d events of %s that this service has read; see: baton recover"
                      .formatted(lacking, topic)));
      }
    }
    return found;
  }

  /** Everything is read again from the beginning: what is there already are repeats. */
  void readAgain() throws SQLException {
    try (Connection connection = archiving.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from log_checkpoint");
    }
  }

  private static long end(LogView log, Mark mark) {
    var place = new TopicPartition(mark.topic(), mark.partition());
    return Math.min(mark.next(), log.ends().getOrDefault(place, 0L));
  }
}
