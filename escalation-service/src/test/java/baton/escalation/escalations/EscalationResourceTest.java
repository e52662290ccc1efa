package baton.escalation.escalations;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class EscalationResourceTest {
  /** A force that no test has anything for. */
  private static final String NOBODYS = "62";

  private Live live;
  private String id;
  private String all;

  @BeforeEach
  void begin() {
    live = new Live();
    Instant start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    var story = new Story().receivedAndOpened(start);
    all = "/escalations?limit=1000&referral=" + story.referral();
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(5)));
    id =
        live.escalationsOf(story).stream()
            .filter(each -> each.get("kind").equals("HAND_OFF_OVERDUE"))
            .map(each -> each.get("id").toString())
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void a_supervisor_acknowledges_and_nothing_is_resolved_by_it() {
    as("supervisor", "nca", "p-7")
        .post("/escalations/" + id + "/acknowledgement")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("recorded", equalTo(List.of("baton.escalation-acknowledged.v1")));

    get(all + "&state=open")
        .body("items.find { it.id == '" + id + "' }.acknowledgedBy", equalTo("p-7"));
  }

  @Test
  void another_forces_escalation_is_not_there() {
    as("supervisor", NOBODYS, "p-7")
        .post("/escalations/" + id + "/acknowledgement")
        .then()
        .statusCode(404);
    as("supervisor", NOBODYS, "p-7").get("/escalations").then().body("items", hasSize(0));
    as("officer", "nca", "p-7")
        .post("/escalations/" + id + "/acknowledgement")
        .then()
        .statusCode(403);
    as("agency", "toronto-police").get("/escalations").then().statusCode(403);
  }

  @Test
  void they_are_listed_by_state_and_kind() {
    get(all + "&state=open").body("items.id", hasItem(id));
    get(all + "&state=resolved").body("items.id", not(hasItem(id)));
    get(all + "&kind=HAND_OFF_OVERDUE")
        .body("items.id", hasItem(id))
        .body("items.kind", everyItem(equalTo("HAND_OFF_OVERDUE")));
    get("/escalations?force=" + NOBODYS).body("items", hasSize(0));
    Live.auditor().get("/escalations?kind=LATE").then().statusCode(422);
    Live.auditor().get("/escalations?state=shut").then().statusCode(422);
  }

  @Test
  void they_page_by_cursor() {
    String next = get("/escalations?limit=1").extract().path("next");
    String second = get("/escalations?limit=1&after=" + next).extract().path("items[0].id");

    assertThat(second).isNotEqualTo(get("/escalations?limit=1").extract().path("items[0].id"));
  }
}
