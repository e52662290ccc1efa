package baton.journal.recovery;

import baton.journal.recovery.OwnTail.Findings;
import baton.journal.recovery.OwnTail.Lacking;
import baton.journal.recovery.Situation.Kind;
import baton.journal.relay.StoreCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Looks whether a store and the log belong together, before anything is read or published. */
public final class StartCheck {
  private static final String NEXT = " Nothing is read or published; see: baton recover";
  private static final Lacking ONLY_COUNTED = events -> {};

  /** What {@link #bringBack} mends. */
  public static final Set<Kind> OF_THE_STORE = EnumSet.of(Kind.STORE_BEHIND, Kind.STORE_IDS);

  private StartCheck() {}

  /**
   * What is not as it should be; empty when the service may start.
   *
   * @param kafka how to reach the broker: {@code bootstrap.servers} and security
   * @param store a connection to the service's database, in no transaction
   * @throws ExecutionException if the broker does not answer
   */
  public static List<Situation> look(
      Admin admin, Map<String, Object> kafka, Connection store, String source)
      throws ExecutionException, InterruptedException, SQLException {
    // The store first: another instance may be reading on.
    StoreView view = StoreView.of(store, source);
    return look(LogView.of(admin), kafka, view, store, ONLY_COUNTED);
  }

  /**
   * Brings back what the log holds of the store's own, and renews transaction ids that are not of
   * this database, where nothing worse is found.
   *
   * @param sink keeps the events, in the order of the log
   * @return what is left
   */
  public static List<Situation> bringBack(
      Admin admin, Map<String, Object> kafka, Connection store, String source, Lacking sink)
      throws ExecutionException, InterruptedException, SQLException {
    StoreView view = StoreView.of(store, source);
    LogView log = LogView.of(admin);
    List<Situation> found = look(log, kafka, view, store, ONLY_COUNTED);
    boolean own = found.stream().allMatch(one -> OF_THE_STORE.contains(one.kind()));
    if (found.isEmpty() || !own) return found;
    look(log, kafka, view, store, sink);
    if (StoreCheck.trouble(store).isPresent()) StoreIds.renew(store);
    return look(admin, kafka, store, source);
  }

  /**
   * Store and log are in order: from now on another cluster is noticed, and what was compared need
   * not be compared again.
   *
   * @param log as it was before it was compared, or any earlier
   */
  public static void keep(Connection store, LogView log) throws SQLException {
    keepCluster(store, log.cluster());
    try (PreparedStatement upsert =
        store.prepareStatement(
            """
            insert into log_compared (topic, partition, topic_id, next_offset)
            values (?, ?, ?, ?)
            on conflict (topic, partition) do update
              set topic_id = excluded.topic_id, next_offset = excluded.next_offset\
            """)) {
      for (var end : log.ends().entrySet()) {
        upsert.setString(1, end.getKey().topic());
        upsert.setInt(2, end.getKey().partition());
        upsert.setString(3, log.topicIds().get(end.getKey().topic()));
        upsert.setLong(4, end.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void keepCluster(Connection store, String cluster) throws SQLException {
    try (PreparedStatement insert =
        store.prepareStatement(
            """
            insert into log_cluster (cluster_id) values (?)
            on conflict (only_row) do update set cluster_id = excluded.cluster_id
            where log_cluster.cluster_id <> excluded.cluster_id\
            """)) {
      insert.setString(1, cluster);
      insert.executeUpdate();
    }
  }

  private static List<Situation> look(
      LogView log, Map<String, Object> kafka, StoreView view, Connection store, Lacking sink)
      throws SQLException {
    var found = new ArrayList<>(Diagnosis.of(view, log));
    // Positions that mean nothing on this log say nothing of its records either.
    if (found.stream().anyMatch(one -> one.kind() != Kind.STORE_IDS)) return found;
    Findings tail = OwnTail.compare(kafka, store, view, log, sink);
    if (tail.changed != null)
      found.add(
          new Situation(
              Kind.CHANGED_LOG,
              view.source(),
              tail.changedTopic,
              "The log was cut and written on: %s.%s".formatted(tail.changed, NEXT)));
    if (tail.contradicted != null)
      found.add(
          new Situation(
              Kind.TWO_STORIES,
              view.source(),
              null,
              ("Log and store tell two stories: event %s at place %d of stream %s is on the log,"
                      + " and not what the store holds there.%s")
                  .formatted(
                      tail.contradicted.id(),
                      tail.contradicted.streamSequence(),
                      tail.contradicted.subject(),
                      NEXT)));
    if (tail.lacking > 0)
      found.add(
          new Situation(
              Kind.STORE_BEHIND,
              view.source(),
              null,
              ("The store was restored from the past: the log holds %d of its own events that it"
                      + " lacks, the first of %s.%s")
                  .formatted(tail.lacking, tail.firstLacking.recordedTime(), NEXT)));
    return found;
  }
}
