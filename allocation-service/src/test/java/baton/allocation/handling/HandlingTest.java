package baton.allocation.handling;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.supervisor;
import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import baton.allocation.AllocationWorld;
import baton.allocation.feed.FeedOf;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.access.OpenedPart;
import baton.contract.access.PersonalDataOpened;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralType;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handling code C opens once a person of the force has acknowledged; the source never does. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class HandlingTest {
  private static final OrganisationCode BEDFORDSHIRE = OrganisationCode.of("40");
  private static final FeedOf FEED = new FeedOf("40");
  private static final String CONDITIONS = "Not to be told to the subject's employer";
  private static final String SOURCE = "the neighbour at number 7";

  @Inject AllocationWorld world;
  @Inject AxonJournal journal;
  @Inject Transactions transactions;

  @BeforeEach
  void staff() {
    world.staffed("40", "beds-polit", "p-sue", "p-ola");
  }

  @Test
  void content_under_conditions_opens_once_a_person_of_the_force_has_acknowledged_them() {
    ReferralId id = disseminated("C", CONDITIONS);
    JsonNode told = FEED.told(id, "disseminated").path("data");
    assertThat(told.path("withheld").asText()).isEqualTo("CONDITIONS_NOT_ACKNOWLEDGED");
    assertThat(told.path("conditions").asText()).isEqualTo(CONDITIONS);
    assertThat(told.has("package")).isFalse();
    supervisor("40")
        .get("/cases/" + id)
        .then()
        .body("package", nullValue())
        .body("conditions", equalTo(CONDITIONS));
    assertThat(opened(id)).containsOnly(OpenedPart.CONDITIONS);
    allocator("nca").get("/cases/" + id).then().body("package.note", equalTo("a note"));

    String read = conditionsId(id);
    acknowledge("supervisor", "40", "p-sue", id, read)
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.handling-acknowledged.v1"));
    acknowledge("supervisor", "40", "p-sue", id, read).then().body("recorded", empty());
    // Told once more, whole, to who cannot read an older entry again.
    assertThat(FEED.of(id, "still-open"))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.at("/data/package/note").asText()).isEqualTo("a note");
              assertThat(again.at("/data/state").asText()).isEqualTo("OFFERED");
            });
    assertThat(FEED.told(id, "disseminated").at("/data/package/note").asText()).isEqualTo("a note");
    as("officer", "40", "p-ola")
        .get("/cases/" + id)
        .then()
        .body("package.referral.narrative", equalTo("words"))
        .body("conditions", nullValue());
    assertThat(opened(id)).contains(OpenedPart.PACKAGE);
  }

  @Test
  void the_same_conditions_are_not_asked_for_again_and_other_ones_are() {
    ReferralId id = disseminated("C", CONDITIONS);
    FEED.told(id, "disseminated");
    acknowledge("officer", "40", "p-ola", id).then().statusCode(200);
    amend(id, 2, CONDITIONS);
    await().atMost(120, SECONDS).until(() -> updates(id).size() == 1);
    assertThat(updates(id).getLast().has("package")).isTrue();

    amend(id, 3, "Not to be used in court");
    await().atMost(120, SECONDS).until(() -> updates(id).size() == 2);
    assertThat(updates(id).getLast().path("conditions").asText())
        .isEqualTo("Not to be used in court");
    assertThat(updates(id).getLast().has("package")).isFalse();
    acknowledge("officer", "40", "p-ola", id).then().statusCode(200);
    assertThat(updates(id).getLast().has("package")).isTrue();
    assertThat(updates(id).getFirst().has("package")).isTrue();
  }

  @Test
  void conditions_that_come_later_close_what_was_open_until_they_are_acknowledged() {
    ReferralId id = disseminated("P", null);
    assertThat(FEED.told(id, "disseminated").at("/data/package/note").asText()).isEqualTo("a note");
    String stricter = "Not to be used in court";
    amend(id, 2, stricter);
    await().atMost(120, SECONDS).until(() -> updates(id).size() == 1);
    assertThat(FEED.told(id, "disseminated").at("/data/conditions").asText()).isEqualTo(stricter);
    assertThat(FEED.told(id, "disseminated").path("data").has("package")).isFalse();
    supervisor("40")
        .get("/cases/" + id)
        .then()
        .body("package", nullValue())
        .body("conditions", equalTo(stricter))
        .body("conditionsId", equalTo(updates(id).getLast().path("conditionsId").asText()));
    acknowledge("officer", "40", "p-ola", id).then().statusCode(200);
    assertThat(FEED.told(id, "disseminated").path("data").has("package")).isTrue();
    supervisor("40").get("/cases/" + id).then().body("package.note", equalTo("a note"));
  }

  @Test
  void nobody_acknowledges_conditions_that_he_has_not_read() {
    ReferralId id = disseminated("C", CONDITIONS);
    FEED.told(id, "disseminated");
    String read = conditionsId(id);
    amend(id, 2, "Not to be used in court");
    await().atMost(120, SECONDS).until(() -> updates(id).size() == 1);
    acknowledge("officer", "40", "p-ola", id, read)
        .then()
        .statusCode(409)
        .body("type", containsString("conditions-changed"));
    as("officer", "40", "p-ola")
        .body("{}")
        .post("/cases/" + id + "/handling/acknowledgement")
        .then()
        .statusCode(422);
    assertThat(conditionsId(id)).isNotEqualTo(read);
    acknowledge("officer", "40", "p-ola", id).then().statusCode(200);
  }

  @Test
  void an_officer_of_the_nca_is_asked_for_no_acknowledgement() {
    ReferralId id = world.received(details("C", CONDITIONS));
    world.disseminated(id, BEDFORDSHIRE);
    withTheNca(id);
    var officer = as("officer", "nca", "p-1").get("/cases/" + id);
    officer.then().body("package.note", equalTo("a note")).body("conditions", nullValue());
  }

  @Test
  void who_the_source_is_never_leaves_the_nca() {
    ReferralId id = disseminated("P", null);
    JsonNode told = FEED.told(id, "disseminated");
    assertThat(told.at("/data/package/referral/intelligence/source").asText())
        .isEqualTo("RELIABLE");
    assertThat(told.toString()).doesNotContain(SOURCE).doesNotContain("sourceDetail");
    amend(id, 2, null);
    await().atMost(120, SECONDS).until(() -> updates(id).size() == 1);
    assertThat(updates(id).toString()).contains("words").doesNotContain(SOURCE);
    for (String who : new String[] {"supervisor 40", "officer 40", "auditor hmicfrs"}) {
      String[] words = who.split(" ");
      as(words[0], words[1], "p-sue")
          .get("/cases/" + id)
          .then()
          .statusCode(200)
          .body(containsString("RELIABLE"))
          .body(not(containsString(SOURCE)));
    }
    ReferralId atTheDesk = world.received(details("P", null));
    allocator("nca").get("/cases/" + atTheDesk).then().body(containsString(SOURCE));
    as("auditor", "hmicfrs", "p-1")
        .get("/cases/" + atTheDesk)
        .then()
        .statusCode(200)
        .body(not(containsString(SOURCE)));
  }

  @Test
  void only_the_force_acknowledges_and_only_what_there_is() {
    ReferralId id = disseminated("C", null);
    assertThat(FEED.told(id, "disseminated").at("/data/conditions").asText())
        .contains("ask the NCA");
    acknowledge("allocator", "nca", "p-1", id).then().statusCode(403);
    acknowledge("supervisor", "41", "p-sue", id).then().statusCode(404);
    acknowledge("force-system", "40", null, id).then().statusCode(403);
    ReferralId free = disseminated("P", null);
    FEED.told(free, "disseminated");
    acknowledge("supervisor", "40", "p-sue", free)
        .then()
        .statusCode(409)
        .body("type", containsString("no-conditions"));
  }

  /** As where its tie-breaker is of the NCA: then its officers see it too. */
  private void withTheNca(ReferralId id) {
    transactions.inTransaction(
        () -> {
          try (var update =
              transactions
                  .connection()
                  .prepareStatement("update case_file set force = 'nca' where referral = ?")) {
            update.setObject(1, id.value());
            return update.executeUpdate();
          }
        });
  }

  /** What the force is shown now. */
  private Response acknowledge(String role, String organisation, String person, ReferralId id) {
    String shown = conditionsId(id);
    return acknowledge(
        role, organisation, person, id, shown == null ? UUID.randomUUID().toString() : shown);
  }

  private static Response acknowledge(
      String role, String organisation, String person, ReferralId id, String conditions) {
    return as(role, organisation, person)
        .body(Map.of("conditionsId", conditions))
        .post("/cases/" + id + "/handling/acknowledgement");
  }

  /** Null where it is open. */
  private static String conditionsId(ReferralId id) {
    return supervisor("40")
        .get("/cases/" + id)
        .then()
        .statusCode(200)
        .extract()
        .path("conditionsId");
  }

  private ReferralId disseminated(String handling, String conditions) {
    ReferralId id = world.received(details(handling, conditions));
    world.disseminated(id, BEDFORDSHIRE);
    return id;
  }

  private void amend(ReferralId id, int version, String conditions) {
    world
        .intake()
        .says(
            new ReferralAmended(
                id,
                "R-" + version,
                version,
                ReferralType.ENTICEMENT,
                null,
                true,
                false,
                false,
                false,
                null,
                "0" + version,
                "00",
                details(conditions == null ? "P" : "C", conditions)));
  }

  private static Sealed<ReferralDetails> details(String handling, String conditions) {
    var intelligence = new LinkedHashMap<String, Object>();
    intelligence.put("source", "RELIABLE");
    intelligence.put("handling", handling);
    if (conditions != null) intelligence.put("conditions", conditions);
    intelligence.put("sourceDetail", SOURCE);
    return Sealed.open(
        ReferralDetails.of(Map.of("narrative", "words", "intelligence", intelligence)));
  }

  private static List<JsonNode> updates(ReferralId id) {
    return FEED.of(id, "updated").stream().map(each -> each.path("data")).toList();
  }

  /** By the force. */
  private List<OpenedPart> opened(ReferralId id) {
    return transactions.inTransaction(
        () -> {
          var all = new ArrayList<OpenedPart>();
          journal
              .eventStore()
              .readEvents(PersonalDataOpened.stream(id))
              .forEachRemaining(
                  message -> {
                    if (message.getPayload() instanceof PersonalDataOpened opened
                        && opened.organisation().equals(BEDFORDSHIRE)) all.add(opened.part());
                  });
          return all;
        });
  }
}
