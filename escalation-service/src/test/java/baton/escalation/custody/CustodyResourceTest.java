package baton.escalation.custody;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.access.OpenedPart;
import baton.contract.access.PersonalDataOpened;
import baton.contract.allocation.Absence;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.TeamFormed;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.contract.risk.AssessmentAccepted;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class CustodyResourceTest {
  private Live live;
  private Instant start;
  private Story story;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    story = new Story().receivedAndOpened(start);
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void who_has_it_is_told_with_what_is_due() {
    story.offeredToAssessor(start.plusSeconds(60));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(120));

    // After two minutes limits are judged whether or not the others have been heard of again.
    await()
        .until(() -> get("/custody/" + story.referral()).extract().path("lagSeconds").equals(0.0f));
    get("/custody/" + story.referral())
        .body("stage", equalTo("RECEIVED"))
        .body("custodian.organisation", equalTo("nca"))
        .body("custodian.post", equalTo("referrals-desk"))
        .body("custodian.person", nullValue())
        .body("offers[0].to", equalTo("p-1001"))
        .body("offers[0].overdue", equalTo(false))
        .body("priority", equalTo("HIGH"))
        .body("clocks.find { it.clock == 'ASSESSOR_NAMED' }.state", equalTo("running"))
        .body("clocks.find { it.clock == 'CASE_OPENED' }.state", equalTo("met"))
        .body("findings", hasSize(0))
        .body("asOf", equalTo(start.plusSeconds(120).toString()))
        .body("lagSeconds", equalTo(0.0f));
  }

  @Test
  void who_had_it_at_any_time_comes_from_the_events_alone() {
    Instant accepted = start.plus(Duration.ofHours(5));
    story.assessorAccepted(accepted);
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(6)));

    get("/custody/" + story.referral()).body("custodian.person", equalTo("p-1001"));
    get("/custody/" + story.referral() + "?asAt=" + accepted)
        .body("custodian.person", equalTo("p-1001"));
    get("/custody/" + story.referral() + "?asAt=" + accepted.minusNanos(1_000))
        .body("custodian.person", nullValue())
        .body("custodian.post", equalTo("referrals-desk"))
        .body("findings.kind", hasItem("WITHOUT_PERSON"))
        .body("asOf", equalTo(accepted.minusNanos(1_000).toString()));
    Live.auditor()
        .get("/custody/" + story.referral() + "?asAt=" + start.minusSeconds(1))
        .then()
        .statusCode(404);
  }

  @Test
  void what_had_been_done_is_told_with_the_events_that_say_so() {
    Instant accepted = start.plusSeconds(60);
    Instant entered = start.plus(Duration.ofDays(9));
    var officer = new PersonId("p-46-7");
    var kent = new OrganisationCode("46");
    story
        .offeredToAssessor(start.plusSeconds(30))
        .tells(
            Story.ALLOCATION,
            new DisseminationAccepted(story.referral(), 1, kent, null, officer),
            accepted)
        .tells(
            Story.ALLOCATION,
            new ActionRecorded(
                story.referral(), ActionKind.ARREST, start.plus(Duration.ofDays(2)), officer, null),
            entered);
    live.others().tell(story);
    live.stepTo(entered.plusSeconds(60));
    String asked = "/custody/" + story.referral() + "?asAt=" + start.plus(Duration.ofDays(3));
    String moved = story.events().get(4).id().toString();

    get("/custody/" + story.referral()).body("by", nullValue()).body("restsOn", nullValue());
    get(asked)
        .body("by", equalTo("recorded"))
        .body("custodian.person", equalTo(officer.toString()))
        .body("movedBy.event", equalTo(moved))
        .body("restsOn", hasSize(5))
        .body("restsOn[4].event", equalTo(moved))
        .body("restsOn[4].offset", notNullValue())
        .body("done.kind", equalTo(List.of("RECEIPT", "OFFER", "ACCEPTANCE")))
        .body("handOffs.kind", hasItem("FORCE"))
        .body("actedAt", nullValue())
        .body("completeTo", equalTo(start.plus(Duration.ofDays(3)).toString()));
    get(asked + "&by=happened")
        .body("by", equalTo("happened"))
        .body("restsOn", hasSize(6))
        .body("done[3].kind", equalTo("ACTION"))
        .body("done[3].action", equalTo("ARREST"))
        .body("done[3].recordedLate", equalTo(true))
        .body("done[3].inHindsight", equalTo(true))
        .body("done[3].recordedAt", equalTo(entered.toString()))
        .body("completeTo", equalTo(entered.plusSeconds(60).toString()));
    get("/custody/" + story.referral() + "?asAt=" + entered)
        .body("done[3].recordedLate", equalTo(true))
        .body("done[3].inHindsight", equalTo(false));
    get("/custody/summary?by=happened&asAt=" + entered).body("by", equalTo("happened"));
    get("/custody?by=happened&asAt=" + entered).body("by", equalTo("happened"));
  }

  @Test
  void who_had_opened_its_personal_data_is_told_from_the_log_of_accesses() {
    var reader = new PersonId("p-46-9");
    Instant opened = start.plusSeconds(300);
    live.others().tell(story);
    live.others()
        .tell(
            List.of(
                Story.register(
                    Story.ALLOCATION,
                    PersonalDataOpened.stream(story.referral()),
                    0,
                    new PersonalDataOpened(
                        story.referral(),
                        "allocation-service",
                        OpenedPart.PACKAGE,
                        story.last().id(),
                        new OrganisationCode("46"),
                        reader,
                        true,
                        null),
                    opened)));
    live.stepTo(start.plusSeconds(600));
    String asked = "/custody/" + story.referral() + "?asAt=";

    get(asked + opened.minusNanos(1_000)).body("opened", hasSize(0));
    get(asked + opened)
        .body("opened", hasSize(1))
        .body("opened[0].person", equalTo(reader.toString()))
        .body("opened[0].organisation", equalTo("46"))
        .body("opened[0].throughSystem", equalTo(true))
        .body("opened[0].part", equalTo("PACKAGE"))
        .body("opened[0].service", equalTo("allocation-service"))
        .body("opened[0].at", equalTo(opened.toString()))
        // To be read changes nothing of the referral.
        .body("restsOn", hasSize(story.events().size()));
    assertThat(live.parked())
        .noneMatch(each -> story.referral().toString().equals(each.get("referral")));
  }

  @Test
  void a_table_adopted_later_does_not_count_by_recorded_time_whenever_it_counts_from() {
    var gwent = new OrganisationCode("61");
    story.tells(
        Story.ALLOCATION,
        new CaseDisseminated(
            story.referral(), 1, OrganisationCode.NCA, gwent, "N-" + story.referral(), false, null),
        start.plusSeconds(60));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(120));
    var always = new TimescaleRow("2h", "2h", "2h", "2h", "2h");
    live.others()
        .tell(
            List.of(
                Story.register(
                    "/escalation-service",
                    "policy-61-late",
                    0,
                    new TimescalesAdopted(
                        gwent,
                        "gwent-1",
                        start,
                        null,
                        "from before",
                        Map.of(ClockName.FORCE_ACCEPTS, always)),
                    start.plusSeconds(600))));
    live.stepTo(start.plusSeconds(900));
    String version = "clocks.find { it.clock == 'FORCE_ACCEPTS' }.policyVersion";
    String before = "/custody/" + story.referral() + "?asAt=" + start.plusSeconds(300);

    get(before).body(version, equalTo("baton-defaults-1"));
    get(before + "&by=happened").body(version, equalTo("gwent-1"));
    get("/custody/" + story.referral() + "?asAt=" + start.plusSeconds(600))
        .body(version, equalTo("gwent-1"));
  }

  @Test
  void the_holder_of_the_post_is_the_one_of_that_time() {
    var desk =
        new TeamFormed(
            OrganisationCode.NCA, Story.DESK, "Referrals desk", new PersonId("p-head"), null);
    live.others().tell(story);
    live.others()
        .tell(
            List.of(
                Story.register(Story.ALLOCATION, "roster-nca", 0, desk, start.plusSeconds(60))));
    live.stepTo(start.plusSeconds(120));

    get("/custody/" + story.referral()).body("supervisor", equalTo("p-head"));
    get("/custody/" + story.referral() + "?asAt=" + start.plusSeconds(30))
        .body("supervisor", nullValue())
        .body("supervisorPost", equalTo("referrals-desk"));
  }

  @Test
  void a_custodian_who_is_away_shows_and_is_counted_for_as_long() {
    Instant away = start.plusSeconds(60);
    // Others have referrals on the same board: nobody else has this assessor's.
    var assessor = new PersonId("p-away-" + start.getEpochSecond());
    var accepted = new Story().receivedAndOpened(start);
    accepted.tells(
        Story.RISK,
        new AssessmentAccepted(accepted.referral(), 1, assessor, OrganisationCode.NCA, Story.DESK),
        start.plusSeconds(5));
    live.others().tell(accepted);
    live.others()
        .tell(
            List.of(
                Story.register(
                    Story.ALLOCATION,
                    "roster-" + assessor,
                    0,
                    new OfficerUnavailable(
                        OrganisationCode.NCA, assessor, Absence.SICKNESS, away, null),
                    away)));
    live.stepTo(start.plusSeconds(120));

    get("/custody/" + accepted.referral()).body("custodian.absent", equalTo(true));
    get("/custody/" + accepted.referral() + "?asAt=" + start.plusSeconds(30))
        .body("custodian.absent", equalTo(false));
    int before =
        get("/custody/summary?asAt=" + start.plusSeconds(30)).extract().path("custodianAbsent");
    get("/custody/summary").body("custodianAbsent", equalTo(before + 1));
    get("/custody/summary?asAt=" + start.plusSeconds(90))
        .body("custodianAbsent", equalTo(before + 1));
  }

  @Test
  void the_summary_of_now_and_the_one_as_at_now_agree() {
    var accepted = new Story().receivedAndOpened(start).assessorAccepted(start.plusSeconds(5));
    live.others().tell(story, accepted);
    Instant later = live.stepTo(start.plus(Duration.ofHours(5)));

    var now = get("/custody/summary").extract().jsonPath();
    var asAt = get("/custody/summary?asAt=" + later).extract().jsonPath();
    for (String key :
        List.of("open", "waitingAcceptance", "withoutPerson", "overdue", "dormant", "unowned"))
      assertThat(now.getLong(key)).as(key).isEqualTo(asAt.getLong(key));
    assertThat(now.getMap("byStage")).isEqualTo(asAt.getMap("byStage"));
    assertThat(now.getMap("byGrade")).isEqualTo(asAt.getMap("byGrade"));
    assertThat(now.getMap("byForce")).isEqualTo(asAt.getMap("byForce"));
    assertThat(now.getLong("unowned")).isZero();
  }

  @Test
  void the_list_of_now_and_the_one_as_at_now_agree() {
    live.others().tell(story);
    Instant later = live.stepTo(start.plus(Duration.ofHours(5)));

    for (String state :
        List.of("open", "withoutPerson", "overdue", "dormant", "waitingAcceptance,unowned")) {
      var now = get("/custody?limit=1000&state=" + state).extract().path("items.referralId");
      get("/custody?limit=1000&state=" + state + "&asAt=" + later)
          .body("items.referralId", equalTo(now));
    }
  }

  @Test
  void lists_page_by_cursor() {
    live.others().tell(story, new Story().receivedAndOpened(start));
    live.stepTo(start.plusSeconds(10));

    String next = get("/custody?limit=1").body("items", hasSize(1)).extract().path("next");
    get("/custody?limit=1&after=" + next)
        .body("items", hasSize(1))
        .body("items[0].referralId", notNullValue());
  }

  @Test
  void what_concerns_another_organisation_is_not_there() {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(10));
    String one = "/custody/" + story.referral();

    as("supervisor", "46", "p-1").get(one).then().statusCode(404);
    as("supervisor", "46", "p-1").get("/custody").then().statusCode(200).body("items", hasSize(0));
    as("allocator", "nca", "p-1").get(one).then().statusCode(200);
    as("agency", "toronto-police").get(one).then().statusCode(403);
    as("administrator", "nca").get(one).then().statusCode(403);
    as("administrator", "nca").get("/custody/summary").then().statusCode(200);
    RestAssured.get(one).then().statusCode(401);
  }

  @Test
  void a_wrong_parameter_is_told() {
    Live.auditor().get("/custody?state=lost").then().statusCode(422);
    Live.auditor().get("/custody/summary?asAt=yesterday").then().statusCode(422);
    Live.auditor().get("/custody?grade=URGENT").then().statusCode(422);
    Live.auditor().get("/custody?by=happened").then().statusCode(422);
    Live.auditor().get("/custody/summary?asAt=" + start + "&by=told").then().statusCode(422);
    Live.auditor().get("/custody/none").then().statusCode(404);
  }
}
