package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.feed.FeedOf.kind;
import static baton.allocation.feed.FeedOf.position;
import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.PersonalDataOpened;
import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What a force's own consumer reads of the force's topic; each test has a force of its own. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FeedOnTopicTest {
  @Inject AllocationWorld world;
  @Inject Transactions transactions;
  @Inject BatonConfig config;

  @Test
  void what_the_feed_tells_is_on_the_topic_in_order_as_cloud_events() {
    TopicOf topic = topic("30");
    topic.make(Map.of());
    ReferralId id = disseminated("30");
    var feed = new FeedOf("30");
    topic.told(id, "disseminated");
    world.amended(id, true, true);
    topic.told(id, "updated");
    long last = feed.last();
    await().atMost(60, SECONDS).until(() -> topic.records().size() >= last);
    var record = topic.records().getFirst();
    assertThat(TopicOf.header(record, "content-type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(record.key()).isEqualTo(id.toString());
    // At least once: a slow broker may be sent the same again.
    assertThat(topic.of(id).stream().distinct())
        .containsExactlyElementsOf(feed.after(0).stream().limit(last).toList());
    assertThat(topic.told(id, "disseminated").at("/data/package/note").asText())
        .isEqualTo("a note");
    topic.of(id).forEach(FeedMessage::require);
  }

  @Test
  void every_package_that_is_sent_is_on_record_with_where_it_went() {
    TopicOf topic = topic("31").make(Map.of());
    ReferralId id = disseminated("31");
    topic.told(id, "disseminated");
    assertThat(openings(id))
        .filteredOn(opening -> opening.contains("\"part\":\"PACKAGE\""))
        .isNotEmpty()
        .allSatisfy(
            opening ->
                assertThat(opening)
                    .contains("\"organisation\":\"31\"")
                    .contains("\"throughSystem\":false")
                    .contains("\"deliveredTo\":\"baton.disseminations.31\"")
                    .doesNotContain("\"by\""));
  }

  @Test
  void who_subscribes_late_is_sent_the_whole_feed_and_nothing_of_what_was_withdrawn() {
    ReferralId gone = disseminated("32");
    allocator("nca").body("{}").post("/cases/" + gone + "/disseminations/1/withdrawal");
    ReferralId open = disseminated("32");
    var feed = new FeedOf("32");
    feed.told(gone, "withdrawn");
    feed.told(open, "disseminated");
    int before = openings(gone).size();
    TopicOf topic = topic("32").make(Map.of());
    assertThat(topic.told(open, "disseminated").at("/data/package/note").asText())
        .isEqualTo("a note");
    List<JsonNode> told = topic.of(gone);
    assertThat(told.stream().map(FeedOf::kind)).containsExactly("disseminated", "withdrawn");
    assertThat(told.getFirst().at("/data/withheld").asText()).isEqualTo("NOT_YOURS");
    assertThat(told.getFirst().path("data").has("package")).isFalse();
    assertThat(openings(gone)).hasSize(before);
  }

  @Test
  void a_topic_that_takes_nothing_holds_up_no_other_and_goes_on_when_it_is_mended()
      throws Exception {
    TopicOf broken = topic("33").make(Map.of("max.message.bytes", "100"));
    TopicOf sound = topic("34").make(Map.of());
    ReferralId waiting = disseminated("33");
    ReferralId id = disseminated("34");
    sound.told(id, "disseminated");
    await().atMost(60, SECONDS).until(() -> lag("33") > 0 && lag("34") == 0);
    assertThat(broken.records()).isEmpty();
    try (var admin = broken.admin()) {
      var wanted = new ConfigEntry("max.message.bytes", "1048576");
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, broken.name()),
                  List.of(new AlterConfigOp(wanted, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
    broken.told(waiting, "disseminated");
    assertThat(openings(waiting))
        .filteredOn(each -> each.contains("deliveredTo"))
        .hasSizeBetween(1, 2);
    await().atMost(60, SECONDS).until(() -> lag("33") == 0);
  }

  @Test
  void who_sent_before_is_shut_out_and_what_it_still_sends_is_never_seen() {
    TopicOf topic = topic("35").make(Map.of());
    ReferralId first = disseminated("35");
    topic.told(first, "disseminated");
    try (var zombie = topic.zombie()) {
      zombie.send(new ProducerRecord<>(topic.name(), first.toString(), "from the grave"));
      zombie.flush();
      ReferralId second = disseminated("35");
      topic.told(second, "disseminated");
      assertThatThrownBy(zombie::commitTransaction).isInstanceOf(KafkaException.class);
      assertThat(topic.records()).noneMatch(record -> record.value().equals("from the grave"));
      assertThat(topic.of(first)).hasSize(1);
      assertThat(topic.of(second)).hasSize(1);
    }
  }

  @Test
  void a_topic_that_is_made_again_is_filled_from_the_first_entry_on() {
    TopicOf topic = topic("36").make(Map.of());
    ReferralId first = disseminated("36");
    JsonNode before = topic.told(first, "disseminated");
    topic.delete();
    ReferralId second = disseminated("36");
    topic.make(Map.of());
    topic.told(second, "disseminated");
    JsonNode again = topic.told(first, "disseminated");
    assertThat(again.path("id")).isEqualTo(before.path("id"));
    assertThat(position(again)).isEqualTo(1);
    assertThat(kind(again)).isEqualTo("disseminated");
  }

  private TopicOf topic(String force) {
    return new TopicOf(config.kafka(), FeedTopic.DISSEMINATIONS, force);
  }

  private ReferralId disseminated(String force) {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of(force));
    return id;
  }

  private double lag(String force) {
    String all =
        as("auditor", "hmicfrs", "p-auditor").accept("text/plain").get("/q/metrics").asString();
    var line =
        Pattern.compile(
                "^baton_feed_topic_lag\\{force=\"" + force + "\".*} (\\S+)$", Pattern.MULTILINE)
            .matcher(all);
    return line.find() ? Double.parseDouble(line.group(1)) : -1;
  }

  private List<String> openings(ReferralId id) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the store")
                .list(
                    "select payload from event_entry" + " where aggregate_identifier = ?",
                    row -> row.getString(1),
                    PersonalDataOpened.stream(id)));
  }
}
