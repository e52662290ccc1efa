package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.parts.LocalBroker;
import baton.parts.Ports;
import baton.platform.sql.Sql;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends a feed to the topic of a broker of its own, which is killed, or is killed itself. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FeedFaultsTest {
  private static final FeedOf FEED = new FeedOf("55");

  @Inject AllocationWorld world;
  @Inject FeedReading reading;
  @Inject Transactions transactions;
  @TempDir Path folder;

  private int port;
  private LocalBroker broker;
  private TopicOf topic;
  private Topic named;
  private TopicPublisher publisher;

  @BeforeEach
  void start() throws IOException {
    port = Ports.free();
    broker = broker();
    topic = new TopicOf(broker.bootstrap(), FeedTopic.DISSEMINATIONS, "55").make(Map.of());
    try (var topics = new ForceTopics(Map.of("bootstrap.servers", broker.bootstrap()))) {
      named = topics.all().getFirst();
    }
    publisher = publisher();
  }

  @AfterEach
  void stop() {
    publisher.stop();
    kill(broker);
  }

  @Test
  void what_is_told_while_the_broker_is_away_comes_in_order_and_nothing_that_was_withdrawn() {
    ReferralId before = disseminated();
    comes(before, 1);
    kill(broker);
    ReferralId withdrawn = disseminated();
    publisher.wake();
    allocator("nca").body("{}").post("/cases/" + withdrawn + "/disseminations/1/withdrawal");
    FEED.told(withdrawn, "withdrawn");
    ReferralId after = disseminated();
    broker = broker();
    comes(after, 1);
    for (ReferralId each : List.of(before, withdrawn, after))
      assertThat(ids(topic.of(each))).isEqualTo(ids(FEED.of(each)));
    List<JsonNode> told = topic.of(withdrawn);
    assertThat(told).noneMatch(entry -> entry.path("data").has("package"));
    assertThat(told.getFirst().at("/data/withheld").asText()).isEqualTo("NOT_YOURS");
  }

  @Test
  void what_was_committed_when_it_died_before_it_moved_its_cursor_comes_again_the_same() {
    ReferralId first = disseminated();
    ReferralId second = disseminated();
    comes(second, 1);
    publisher.stop();
    await().atMost(60, SECONDS).until(publisher::ended);
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "the cursors of feeds")
              .update("delete from feed_cursor where consumer = ?", named.consumer());
          return null;
        });
    publisher = publisher();
    comes(second, 2);
    assertThat(ids(topic.of(first))).isEqualTo(ids(FEED.of(first)));
    assertThat(topic.of(second).getFirst()).isEqualTo(topic.of(second).getLast());
  }

  private ReferralId disseminated() {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of("55"));
    FEED.told(id, "disseminated");
    return id;
  }

  /** As often; who sends is woken, and begun anew where it had nothing to do for long. */
  private void comes(ReferralId id, int times) {
    await()
        .atMost(120, SECONDS)
        .until(
            () -> {
              if (publisher.ended()) publisher = publisher();
              publisher.wake();
              return topic.of(id).size() >= times;
            });
  }

  /** In the order in which they come first. */
  private static List<String> ids(List<JsonNode> entries) {
    return entries.stream().map(each -> each.path("id").asText()).distinct().toList();
  }

  private TopicPublisher publisher() {
    Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrap());
    Set<FeedReading.OpenedAt> opened = new HashSet<>();
    var made =
        new TopicPublisher(
            topic.name(),
            () -> new KafkaProducer<>(TopicSettings.producer(kafka, topic.name())),
            (producer, lane) ->
                new TopicSession(
                    named,
                    reading,
                    transactions,
                    new DatabaseGate(),
                    new PageRoom(),
                    opened,
                    lane,
                    producer));
    Thread.ofVirtual().start(made);
    return made;
  }

  private LocalBroker broker() {
    return LocalBroker.start(folder.resolve("kafka"), port, "256m");
  }

  private static void kill(LocalBroker broker) {
    broker.process().destroyForcibly();
    broker.process().onExit().join();
  }
}
