package baton.local.recovery;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.journal.store.PageBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What the stores had published of a topic that neither the archive nor the topic knows, merged by
 * the time at which it was recorded: a cause is recorded before its effect, whoever wrote them.
 */
final class Tails {
  private static final int PAGE = 1_000;
  private static final String PUBLISHED =
      """
      select e.payload_type, e.aggregate_identifier, e.sequence_number, e.event_identifier,
             e.meta_data, e.payload
        from event_entry e, relay_cursor c
       where (e.transaction_id, e.global_index) <= (c.transaction_id, c.global_index)
         and (e.meta_data::jsonb ->> 'referral' is null) = ?
         and not exists (select from relay_parked p
              where p.record_key = coalesce(e.meta_data::jsonb ->> 'referral', e.aggregate_identifier))
       order by e.time_stamp, e.global_index""";

  private final String topic;
  private final ArchivedTopic archive;
  private final Set<String> onTopic;

  /**
   * @param onTopic ids of events that the topic gets from elsewhere
   */
  Tails(String topic, ArchivedTopic archive, Set<String> onTopic) {
    this.topic = topic;
    this.archive = archive;
    this.onTopic = onTopic;
  }

  /** Takes events in order. */
  interface Sink {
    void take(Envelope event);
  }

  /** One store's events, of which a page is in memory, bounded in bytes as well. */
  private final class Tail implements AutoCloseable {
    private final Store store;
    private final Connection connection;
    private final PreparedStatement select;
    private final ResultSet rows;
    private final List<Envelope> page = new ArrayList<>();

    Tail(Store store) throws SQLException {
      this.store = store;
      this.connection = store.connect();
      connection.setAutoCommit(false);
      this.select = connection.prepareStatement(PUBLISHED);
      select.setFetchSize(PageBytes.EVENTS);
      select.setBoolean(1, !topic.equals(Topics.REFERRALS));
      this.rows = select.executeQuery();
    }

    /** The next that is lacking, or null. */
    Envelope next() throws SQLException {
      while (page.isEmpty()) {
        List<Envelope> read = read();
        if (read.isEmpty()) return null;
        Set<String> known = archive.known(read.stream().map(Envelope::id).toList());
        for (Envelope event : read)
          if (Topics.of(event).equals(topic)
              && !known.contains(event.id())
              && !onTopic.contains(event.id())) page.add(event);
      }
      return page.removeFirst();
    }

    private List<Envelope> read() throws SQLException {
      var read = new ArrayList<Envelope>();
      var bytes = new PageBytes();
      boolean full = false;
      while (!full && read.size() < PAGE && rows.next()) {
        read.add(event());
        full = bytes.add(read.getLast().data().length());
      }
      return read;
    }

    private Envelope event() throws SQLException {
      return Envelope.ofRow(
          store.source(),
          rows.getString(1),
          rows.getString(2),
          rows.getLong(3),
          rows.getString(4),
          rows.getString(5),
          rows.getString(6));
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private record Head(Envelope event, Tail tail) {}

  /** How many there were. */
  int each(List<Store> stores, Sink sink) throws SQLException {
    var open = new ArrayList<Tail>();
    var heads =
        new PriorityQueue<Head>(Comparator.comparing((Head head) -> head.event().recordedTime()));
    int count = 0;
    try {
      for (Store store : stores) {
        var tail = new Tail(store);
        open.add(tail);
        push(heads, tail);
      }
      while (!heads.isEmpty()) {
        Head head = heads.poll();
        sink.take(head.event());
        count++;
        push(heads, head.tail());
      }
      return count;
    } finally {
      for (Tail tail : open) tail.close();
    }
  }

  private static void push(PriorityQueue<Head> heads, Tail tail) throws SQLException {
    Envelope next = tail.next();
    if (next != null) heads.add(new Head(next, tail));
  }
}
