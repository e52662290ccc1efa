package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.supervisor;
import static baton.allocation.feed.FeedOf.kind;
import static baton.allocation.feed.FeedOf.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import baton.allocation.AllocationWorld;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.access.PersonalDataOpened;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.feed.FeedTypes;
import baton.contract.risk.RiskAssessed;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a force's system reads of what happens to the force's referrals. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FeedTest {
  private static final OrganisationCode SURREY = OrganisationCode.of("45");
  private static final OrganisationCode SUSSEX = OrganisationCode.of("47");
  private static final FeedOf SURREYS = new FeedOf("45");
  private static final FeedOf SUSSEXS = new FeedOf("47");

  @Inject AllocationWorld world;
  @Inject Transactions transactions;

  @Test
  void a_dissemination_is_told_with_its_package_and_its_deadlines() {
    ReferralId id = world.received();
    int number = world.disseminated(id, SURREY);
    JsonNode told = SURREYS.told(id, "disseminated");
    assertThat(told.path("specversion").asText()).isEqualTo("1.0");
    assertThat(told.path("source").asText()).isEqualTo("/disseminations/45");
    JsonNode data = told.path("data");
    assertThat(data.path("number").asInt()).isEqualTo(number);
    assertThat(data.path("from").asText()).isEqualTo("nca");
    assertThat(data.at("/package/note").asText()).isEqualTo("a note");
    assertThat(data.at("/package/referral/narrative").asText()).isEqualTo("first words");
    assertThat(data.at("/deadlines/0/clock").asText()).isEqualTo("FORCE_ACCEPTS");
    assertThat(SUSSEXS.of(id)).isEmpty();
  }

  @Test
  void what_is_taken_back_is_told_after_it_and_its_package_stays_closed_from_then_on() {
    ReferralId id = world.received();
    int number = world.disseminated(id, SURREY);
    JsonNode before = SURREYS.told(id, "disseminated");
    allocator("nca").body("{}").post("/cases/" + id + "/disseminations/" + number + "/withdrawal");
    JsonNode withdrawn = SURREYS.told(id, "withdrawn");
    assertThat(withdrawn.at("/data/how").asText()).isEqualTo("TAKEN_BACK");
    assertThat(position(withdrawn)).isGreaterThan(position(before));
    JsonNode after = SURREYS.told(id, "disseminated");
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.at("/data/withheld").asText()).isEqualTo("NOT_YOURS");
    assertThat(after.path("data").has("package")).isFalse();
  }

  @Test
  void every_package_that_is_read_is_on_record_and_none_that_stays_closed() {
    ReferralId id = world.received();
    int number = world.disseminated(id, SURREY);
    SURREYS.told(id, "disseminated");
    assertThat(openings(id)).isPositive();
    allocator("nca").body("{}").post("/cases/" + id + "/disseminations/" + number + "/withdrawal");
    SURREYS.told(id, "withdrawn");
    int known = openings(id);
    SURREYS.told(id, "disseminated");
    assertThat(openings(id)).isEqualTo(known);
  }

  @Test
  void a_box_that_was_damaged_holds_up_nothing_behind_it() {
    ReferralId damaged = world.received();
    world.disseminated(damaged, SURREY);
    long place = position(SURREYS.told(damaged, "disseminated"));
    damage(place);
    ReferralId next = world.received();
    world.disseminated(next, SURREY);
    assertThat(SURREYS.told(next, "disseminated").path("data").has("package")).isTrue();
    JsonNode told = SURREYS.told(damaged, "disseminated");
    assertThat(told.path("contentunreadable").asBoolean()).isTrue();
    assertThat(told.path("data").has("package")).isFalse();
    assertThat(told.path("data").has("withheld")).isFalse();
  }

  private void damage(long place) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "the feeds")
              .update(
                  "update feed_entry set sealed_box = reverse(sealed_box)"
                      + " where force = '45' and position = ?",
                  place);
          return null;
        });
  }

  private int openings(ReferralId id) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the store")
                .find(
                    "select count(*) from event_entry where aggregate_identifier = ?",
                    row -> row.getInt(1),
                    PersonalDataOpened.stream(id))
                .orElseThrow());
  }

  @Test
  void what_is_offered_to_another_instead_is_withdrawn_from_the_first() {
    ReferralId id = world.received();
    world.disseminated(id, SURREY);
    world.disseminated(id, SUSSEX);
    assertThat(SURREYS.told(id, "withdrawn").at("/data/how").asText()).isEqualTo("OFFERED_ANEW");
    JsonNode told = SUSSEXS.told(id, "disseminated");
    assertThat(told.path("causationid"))
        .isEqualTo(SURREYS.told(id, "withdrawn").path("causationid"));
    assertThat(told.path("id")).isNotEqualTo(SURREYS.told(id, "withdrawn").path("id"));
  }

  @Test
  void who_hands_it_on_learns_where_it_went_and_sees_no_content_of_it_any_more() {
    world.staffed("45", "surrey-polit", "p-sue", "p-ola");
    world.staffed("47", "sussex-polit", "p-sue", "p-eva");
    ReferralId id = world.received();
    accept(id, world.disseminated(id, SURREY), "45");
    supervisor("45").body(Map.of("force", "47")).post("/cases/" + id + "/disseminations");
    accept(id, 2, "47");
    JsonNode gone = SURREYS.told(id, "transferred");
    assertThat(gone.at("/data/to").asText()).isEqualTo("47");
    assertThat(SURREYS.told(id, "disseminated").at("/data/withheld").asText())
        .isEqualTo("NOT_YOURS");
    world.amended(id, false, true);
    JsonNode updated = SUSSEXS.told(id, "updated");
    assertThat(updated.at("/data/version").asInt()).isEqualTo(2);
    assertThat(updated.at("/data/package/referral").isObject()).isTrue();
    // What is told of it from then on is told to who has it.
    assertThat(SURREYS.of(id).getLast().path("id")).isEqualTo(gone.path("id"));
  }

  @Test
  void a_new_grade_and_the_deadlines_that_it_moves_are_told() {
    ReferralId id = world.received();
    world.disseminated(id, SURREY);
    SURREYS.told(id, "disseminated");
    world
        .risk()
        .says(
            new RiskAssessed(
                id, null, Grade.VERY_HIGH, "KIRAT", "3", List.of(1), PersonId.of("p-1"), null));
    JsonNode told = SURREYS.told(id, "regraded");
    assertThat(told.at("/data/priorityBefore").asText()).isEqualTo("HIGH");
    assertThat(told.at("/data/grade").asText()).isEqualTo("VERY_HIGH");
    assertThat(told.at("/data/gradedBy").asText()).isEqualTo("p-1");
    JsonNode moved = SURREYS.told(id, "deadline-changed").at("/data/deadlines/0");
    assertThat(moved.path("due").asText()).isLessThan(moved.path("dueBefore").asText());
  }

  @Test
  void every_entry_of_a_feed_has_a_place_without_a_hole_and_keeps_to_its_schema()
      throws IOException {
    ReferralId id = world.received();
    world.disseminated(id, SURREY);
    SURREYS.told(id, "disseminated");
    List<JsonNode> all = SURREYS.after(0);
    assertThat(all.stream().map(FeedOf::position))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
    assertThat(all.stream().map(each -> each.path("id").asText())).doesNotHaveDuplicates();
    for (JsonNode entry : all) {
      FeedMessage.require(entry);
      assertThat(FeedTypes.classOf(entry.path("type").asText())).as(kind(entry)).isPresent();
      assertThat(UUID.fromString(entry.path("id").asText()).version()).isEqualTo(5);
      assertThat(schema(entry).validate(entry.path("data").toString(), InputFormat.JSON))
          .as(kind(entry))
          .isEmpty();
    }
  }

  @Test
  void a_page_says_where_to_go_on_and_how_new_it_is() {
    for (int i = 0; i < 3; i++) {
      ReferralId id = world.received();
      world.disseminated(id, SURREY);
      SURREYS.told(id, "disseminated");
    }
    SURREYS
        .page(0, 2)
        .then()
        .statusCode(200)
        .body("items.feedposition", equalTo(List.of(1, 2)))
        .body("next", equalTo("2"))
        .body("asOf", notNullValue())
        .body("lagSeconds", notNullValue());
    long last = SURREYS.last();
    SURREYS.page(last, 2).then().body("items", equalTo(List.of())).body("next", equalTo(null));
  }

  @Test
  void a_place_that_the_feed_does_not_reach_is_told_and_not_waited_for() {
    long last = SURREYS.last();
    SURREYS
        .page(last + 1, 2)
        .then()
        .statusCode(409)
        .body("type", containsString("feed-does-not-reach"))
        .body("detail", containsString("ends at " + last));
    SURREYS.system().get("/disseminations?after=-1").then().statusCode(422);
    SURREYS.system().get("/disseminations?after=x").then().statusCode(422);
  }

  private static void accept(ReferralId id, int number, String force) {
    supervisor(force)
        .body(Map.of("person", "p-sue"))
        .post("/cases/" + id + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(200);
  }

  private static Schema schema(JsonNode entry) throws IOException {
    String path = "/baton/contract/schema/" + entry.path("type").asText() + ".json";
    try (InputStream in = HandOffWithdrawn.class.getResourceAsStream(path)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
