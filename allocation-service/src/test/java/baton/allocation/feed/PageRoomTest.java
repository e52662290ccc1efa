package baton.allocation.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** As many topics as there are forces, at a broker that has just come back: not all at once. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class PageRoomTest {
  private static final int FORCES = 45;
  private static final OrganisationCode FORCE = OrganisationCode.of("62");

  @Inject AllocationWorld world;
  @Inject FeedReading reading;
  @Inject Transactions transactions;

  @Test
  void no_more_pages_are_open_than_there_is_room_for_and_all_of_them_are_sent() throws Exception {
    somethingToSend();
    var room = new PageRoom();
    var gate = new DatabaseGate();
    var broker = new Broker();
    var sending = new ArrayList<FutureTask<Boolean>>();
    for (int n = 0; n < FORCES; n++)
      sending.add(sending(session(room, gate, PageRoom.Lane.STRUGGLING, broker)));
    int atOnce = PageRoom.Lane.STRUGGLING.atOnce();
    await().atMost(60, SECONDS).until(() -> broker.open.get() == atOnce);
    await()
        .atMost(60, SECONDS)
        .until(() -> room.waiting(PageRoom.Lane.STRUGGLING) == FORCES - atOnce);

    var another = new Broker();
    another.takes.countDown();
    assertThat(sending(session(room, gate, PageRoom.Lane.WELL, another)).get(60, SECONDS))
        .as("who is well has room of his own")
        .isTrue();

    broker.takes.countDown();
    for (var each : sending) assertThat(each.get(60, SECONDS)).isTrue();
    assertThat(broker.most).hasValue(atOnce);
    assertThat(broker.committed).hasValue(FORCES);
  }

  private void somethingToSend() {
    world.staffed("62", "polit-62", "p-sue");
    ReferralId id = world.received();
    world.disseminated(id, FORCE);
    new FeedOf("62").told(id, "disseminated");
  }

  private TopicSession session(
      PageRoom room, DatabaseGate gate, PageRoom.Lane lane, Broker broker) {
    var topic = new Topic(FeedTopic.DISSEMINATIONS, FORCE, Uuid.randomUuid());
    return new TopicSession(
        topic, reading, transactions, gate, room, new HashSet<>(), lane, new Slow(broker));
  }

  private static FutureTask<Boolean> sending(TopicSession session) {
    var sending =
        new FutureTask<>(
            () -> {
              session.begin();
              return session.send();
            });
    Thread.ofVirtual().start(sending);
    return sending;
  }

  /** What all of them send to. */
  private static final class Broker {
    private final CountDownLatch takes = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();
  }

  private static final class Slow extends MockProducer<byte[], byte[]> {
    private final Broker broker;

    Slow(Broker broker) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.broker = broker;
    }

    @Override
    public void beginTransaction() {
      broker.most.accumulateAndGet(broker.open.incrementAndGet(), Math::max);
      super.beginTransaction();
    }

    @Override
    public void flush() {
      try {
        broker.takes.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      super.flush();
    }

    @Override
    public void commitTransaction() {
      super.commitTransaction();
      broker.committed.incrementAndGet();
      broker.open.decrementAndGet();
    }
  }
}
