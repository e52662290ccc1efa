package baton.allocation.feed;

import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedReading.OpenedAt;
import baton.allocation.feed.FeedReading.Pages;
import baton.journal.store.Transactions;
import baton.platform.referral.Openings.Reader;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/**
 * One stretch of sending a force's feed to its topic, from the stored cursor until something fails:
 * with one producer, and nothing remembered from before. An entry is opened when it is sent, and
 * what was withdrawn before it is on the topic for good is not sent: the transaction is given up
 * and the page read anew. The cursor moves after the commit, so what a crash comes between is sent
 * again, with the same id.
 */
final class TopicSession {
  private static final int PAGE = 100;
  private static final long PAGE_BYTES = 256 * 1024;

  private final Topic topic;
  private final Reader reader;
  private final FeedReading reading;
  private final Transactions transactions;
  private final DatabaseGate gate;
  private final PageRoom room;
  private final Set<OpenedAt> opened;
  private final Producer<byte[], byte[]> producer;
  private PageRoom.Lane lane;
  private long position;

  /**
   * @param opened what was opened and not delivered yet: what is tried again and again is one
   *     opening; kept from one session to the next
   * @param lane where its first page finds room; once that is on the topic it is well
   */
  TopicSession(
      Topic topic,
      FeedReading reading,
      Transactions transactions,
      DatabaseGate gate,
      PageRoom room,
      Set<OpenedAt> opened,
      PageRoom.Lane lane,
      Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.reader = Reader.subscribed(topic.force(), topic.name());
    this.reading = reading;
    this.transactions = transactions;
    this.gate = gate;
    this.room = room;
    this.lane = lane;
    this.opened = opened;
    this.producer = producer;
  }

  /**
   * Puts an end to whoever sent to the topic before, and begins behind what is known to be on it.
   * Nothing is opened while the broker is away: it waits here. Who cannot ask the database puts an
   * end to nobody: another instance may be able to.
   */
  void begin() {
    reached();
    producer.initTransactions();
    position = reached();
  }

  private long reached() {
    return gate.through(
        () ->
            transactions.inTransaction(() -> cursors().position(topic.consumer(), topic.force())));
  }

  /**
   * Sends what stands behind its place.
   *
   * @return false where there is nothing
   */
  boolean send() {
    return room.in(lane, this::sendPage);
  }

  private boolean sendPage() {
    Pages pages =
        gate.through(
            () -> reading.behind(reader, topic.force(), position, PAGE, PAGE_BYTES, opened));
    if (pages.entries().isEmpty()) return false;
    if (committed(pages.entries())) {
      lane = PageRoom.Lane.WELL;
      moveTo(pages.entries().getLast().position());
    }
    return true;
  }

  private boolean committed(List<Given> entries) {
    producer.beginTransaction();
    for (Given entry : entries) producer.send(TopicRecords.of(topic.name(), entry));
    producer.flush();
    if (!gate.through(() -> reading.stillShown(topic.force(), entries))) {
      producer.abortTransaction();
      return false;
    }
    // Tells of any of them that was not acknowledged.
    producer.commitTransaction();
    return true;
  }

  private void moveTo(long reached) {
    gate.through(
        () ->
            transactions.inTransaction(
                () -> {
                  cursors()
                      .move(
                          topic.consumer(),
                          topic.force(),
                          reached,
                          InstantSource.system().instant());
                  return null;
                }));
    position = reached;
    opened.clear();
  }

  private FeedCursors cursors() {
    return FeedCursors.on(transactions.connection());
  }
}
