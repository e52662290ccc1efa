package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.allocation.AllocationWorld;
import baton.allocation.feed.FeedReading.OpenedAt;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.access.OpenedPart;
import baton.contract.feed.FeedTopic;
import baton.contract.intake.ReferralDetails;
import baton.journal.store.Transactions;
import baton.platform.referral.Openings.Reader;
import baton.platform.testing.Receipts;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What becomes of a page while it is on its way to the topic. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class TopicSessionTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("59");
  private static final FeedOf FEED = new FeedOf("59");

  @Inject AllocationWorld world;
  @Inject FeedReading reading;
  @Inject Transactions transactions;

  @Test
  void what_is_withdrawn_after_it_was_opened_is_given_up_and_goes_out_closed() {
    ReferralId id = world.received();
    world.disseminated(id, FORCE);
    FEED.told(id, "disseminated");
    var topic = new Topic(FeedTopic.DISSEMINATIONS, FORCE, Uuid.randomUuid());
    Set<OpenedAt> opened = new HashSet<>();
    var producer = new Withdrawing(id);
    var session = session(topic, opened, producer);
    session.begin();
    assertThat(session.send()).isTrue();
    assertThat(producer.seen).anyMatch(value -> value.contains("a note"));
    assertThat(producer.history()).isEmpty();
    assertThat(opened).extracting(OpenedAt::part).contains(OpenedPart.PACKAGE);
    assertThat(session.send()).isTrue();
    assertThat(values(producer, id))
        .isNotEmpty()
        .noneMatch(value -> value.contains("a note"))
        .anyMatch(value -> value.contains("NOT_YOURS"));
    assertThat(opened).isEmpty();
  }

  @Test
  void what_was_opened_as_conditions_is_on_record_again_when_it_is_opened_whole() {
    world.staffed("59", "polit-59", "p-sue");
    ReferralId id = world.received(underConditions());
    world.disseminated(id, FORCE);
    long position = FeedOf.position(FEED.told(id, "disseminated"));
    Set<OpenedAt> opened = new HashSet<>();
    read(position, opened);
    assertThat(opened).extracting(OpenedAt::part).containsExactly(OpenedPart.CONDITIONS);
    String read = FEED.told(id, "disseminated").at("/data/conditionsId").asText();
    as("supervisor", "59", "p-sue")
        .body(Map.of("conditionsId", read))
        .post("/cases/" + id + "/handling/acknowledgement")
        .then()
        .statusCode(200);
    read(position, opened);
    read(position, opened);
    assertThat(opened)
        .extracting(OpenedAt::part)
        .containsExactlyInAnyOrder(OpenedPart.CONDITIONS, OpenedPart.PACKAGE);
  }

  @Test
  void conditions_that_the_sender_changed_meanwhile_are_another_opening() {
    world.staffed("59", "polit-59", "p-sue");
    ReferralId id = world.received(underConditions());
    world.disseminated(id, FORCE);
    long position = FeedOf.position(FEED.told(id, "disseminated"));
    Set<OpenedAt> opened = new HashSet<>();
    read(position, opened);
    world.intake().says(Receipts.amended(id, true, false, underConditions("To nobody at all")));
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              read(position, opened);
              assertThat(opened)
                  .hasSize(2)
                  .extracting(OpenedAt::part)
                  .containsOnly(OpenedPart.CONDITIONS);
            });
  }

  @Test
  void who_cannot_ask_the_database_puts_an_end_to_no_other() {
    var topic = new Topic(FeedTopic.DISSEMINATIONS, FORCE, Uuid.randomUuid());
    var producer = new Withdrawing(null);
    var nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
    var cutOff = new Transactions(nowhere);
    var session =
        new TopicSession(
            topic,
            reading,
            cutOff,
            new DatabaseGate(),
            new PageRoom(),
            new HashSet<>(),
            PageRoom.Lane.WELL,
            producer);
    assertThatThrownBy(session::begin).hasRootCauseInstanceOf(ConnectException.class);
    assertThat(producer.transactionInitialized()).isFalse();
  }

  private TopicSession session(
      Topic topic, Set<OpenedAt> opened, MockProducer<byte[], byte[]> producer) {
    return new TopicSession(
        topic,
        reading,
        transactions,
        new DatabaseGate(),
        new PageRoom(),
        opened,
        PageRoom.Lane.WELL,
        producer);
  }

  /** As who sends to the topic does, again and again. */
  private void read(long position, Set<OpenedAt> opened) {
    reading.behind(Reader.subscribed(FORCE, "test"), FORCE, position - 1, 1, 1, opened);
  }

  private static Sealed<ReferralDetails> underConditions() {
    return underConditions("Not to be told");
  }

  private static Sealed<ReferralDetails> underConditions(String conditions) {
    return Sealed.open(
        ReferralDetails.of(
            Map.of(
                "narrative",
                "words",
                "intelligence",
                Map.of("source", "RELIABLE", "handling", "C", "conditions", conditions))));
  }

  private static List<String> values(MockProducer<byte[], byte[]> producer, ReferralId id) {
    return values(producer.history(), id);
  }

  private static List<String> values(List<ProducerRecord<byte[], byte[]>> records, ReferralId id) {
    return records.stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .filter(value -> value.contains(id.toString()))
        .toList();
  }

  /** Takes the referral back once it is on its way, the first time. */
  private static final class Withdrawing extends MockProducer<byte[], byte[]> {
    private final ReferralId id;
    private List<String> seen;

    Withdrawing(ReferralId id) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.id = id;
    }

    @Override
    public synchronized void flush() {
      super.flush();
      if (seen != null) return;
      seen = values(uncommittedRecords(), id);
      allocator("nca")
          .body("{}")
          .post("/cases/" + id + "/disseminations/1/withdrawal")
          .then()
          .statusCode(200);
    }
  }
}
