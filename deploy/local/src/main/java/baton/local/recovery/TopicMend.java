package baton.local.recovery;

import baton.journal.recovery.LogView;
import baton.journal.recovery.StoreView.Done;
import baton.journal.recovery.StoreView.Mark;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings one topic and the stores together again. Where the topic has another id, and holds what
 * the archive does at the same places, only its id is taken over; otherwise it is written again.
 * escalation-service's own positions and its archive are changed last: until then a recovery that
 * was broken off begins anew.
 */
final class TopicMend {
  private final Admin admin;
  private final Map<String, Object> kafka;
  private final String topic;
  private final List<Store> stores;
  private final Store archiving;
  private final ReplacedTopic replaced;

  /**
   * @param stores escalation-service's last
   * @param replaced what the topic held where a recovery before this was broken off
   */
  TopicMend(
      Admin admin,
      Map<String, Object> kafka,
      String topic,
      List<Store> stores,
      ReplacedTopic replaced) {
    this.admin = admin;
    this.kafka = kafka;
    this.topic = topic;
    this.stores = stores;
    this.archiving = stores.getLast();
    this.replaced = replaced;
  }

  /** What {@link #apply} would do, in a sentence. */
  String plan() throws SQLException, IOException, ExecutionException, InterruptedException {
    try (Connection connection = archiving.connect()) {
      var archive = new ArchivedTopic(connection, topic);
      LogView log = LogView.of(admin);
      Comparison found = Comparison.of(kafka, log.begins(), ends(log), archive);
      return keeps(log, found)
          ? "%s holds the %d records that the archive holds: its new id would be taken over."
              .formatted(topic, found.records())
          : "%s would be written again: %d events from the archive, then %d that only it holds, then what only the stores hold."
              .formatted(topic, archive.count(), notArchived(found, archive).size());
    }
  }

  /** Does it, and says in a sentence what was done. */
  String apply(TopicRewrite rewrite) throws Exception {
    try (Connection connection = archiving.connect()) {
      var archive = new ArchivedTopic(connection, topic);
      LogView log = LogView.of(admin);
      Comparison found = Comparison.of(kafka, log.begins(), ends(log), archive);
      if (keeps(log, found)) {
        String id = log.topicIds().get(topic);
        for (Store store : stores)
          keep(
              store,
              id,
              next(store, archive, true),
              (partition, offset) -> offset,
              (escalation, newId) -> new ArchivedTopic(escalation, topic).adopt(newId));
        return "%s: its id %s was taken over.".formatted(topic, id);
      }
      var next = new HashMap<Store, Map<Integer, Long>>();
      for (Store store : stores) next.put(store, next(store, archive, false));
      TopicRewrite.Written written =
          rewrite.write(log, ends(log), archive, notArchived(found, archive));
      Map<TopicPartition, Long> ends = ends(LogView.of(admin));
      for (Store store : stores)
        keep(
            store,
            written.topicId(),
            next.get(store),
            archive::placed,
            (escalation, newId) -> {
              new ArchivedTopic(escalation, topic).renumber(newId);
              if (written.inAnotherOrder())
                new BoardRefold(escalation).order(UUID.randomUUID(), ends);
            });
      replaced.done();
      return "%s was written again: %d events from the archive, %d that only it held, %d from the stores."
          .formatted(topic, written.archived(), written.kept(), written.fromStores());
    }
  }

  /** What becomes of the archive's places, and of what was made of them. */
  private interface Replaced {
    void in(Connection escalation, String newId) throws SQLException;
  }

  private void keep(
      Store store,
      String newId,
      Map<Integer, Long> next,
      StorePositions.Moved moved,
      Replaced replaced)
      throws SQLException {
    try (Connection connection = store.connect()) {
      connection.setAutoCommit(false);
      new StorePositions(connection, topic).keep(newId, next, moved);
      if (store.equals(archiving)) replaced.in(connection, newId);
      connection.commit();
    }
  }

  /** Where a store goes on: after what the archive counts before it, or from the beginning. */
  private Map<Integer, Long> next(Store store, ArchivedTopic archive, boolean same)
      throws SQLException {
    String archivedAs = archive.topicId();
    var next = new HashMap<Integer, Long>();
    for (Mark mark : store.view().marks()) {
      if (mark.done() != Done.READ || !mark.topic().equals(topic)) continue;
      // Read of another topic than the archive's: places cannot be compared. Repeats do no harm.
      long from = 0;
      if (mark.topicId().equals(archivedAs))
        from = same ? mark.next() : archive.before(mark.partition(), mark.next());
      next.put(mark.partition(), from);
    }
    return next;
  }

  private Set<String> notArchived(Comparison found, ArchivedTopic archive)
      throws SQLException, IOException {
    var ids = new HashSet<>(found.notArchived());
    ids.addAll(replaced.notIn(archive));
    return ids;
  }

  /**
   * Another id is all that is amiss: nothing of the topic is lost, by the archive and by every
   * store's own positions. The archive alone does not tell, since it may lag behind the others: a
   * topic of the id that all know was cut or changed behind what is archived.
   */
  private boolean keeps(LogView log, Comparison found) throws SQLException, IOException {
    String id = log.topicIds().get(topic);
    if (id == null || !found.isSame() || !replaced.unfinished().isEmpty()) return false;
    boolean anotherId = false;
    for (Store store : stores)
      for (Mark mark : store.view().marks()) {
        if (!mark.topic().equals(topic)) continue;
        if (mark.next() > log.ends().getOrDefault(place(mark), 0L)) return false;
        anotherId |= mark.done() != Done.COMPARED && !mark.topicId().equals(id);
      }
    return anotherId;
  }

  private static TopicPartition place(Mark mark) {
    return new TopicPartition(mark.topic(), mark.partition());
  }

  private Map<TopicPartition, Long> ends(LogView log) {
    var ends = new HashMap<>(log.ends());
    ends.keySet().removeIf(place -> !place.topic().equals(topic));
    return ends;
  }
}
