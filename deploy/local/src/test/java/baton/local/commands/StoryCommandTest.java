package baton.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.intake.ReferralType;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import baton.local.commands.FakeEscalation.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryCommandTest {
  private static final ReferralId REFERRAL = ReferralId.of("01990000-0000-7000-8000-00000000000a");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final PersonId OFFICER = PersonId.of("p-46-15");
  private static final String STANDING =
      """
      {"referralId":"01990000-0000-7000-8000-00000000000a","reference":"SPADE-1",
       "agency":"toronto-police","asOf":"%s","by":"recorded",
       "clocks":[{"clock":"ENFORCEMENT_ACTION","due":"2012-07-10T08:00:00Z","state":"expired",
                  "policyVersion":"kent-1"}],
       "findings":[{"kind":"CLOCK_EXPIRED","sentence":"Nothing was done in time."}]}\
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeEscalation escalation;
  private String first;
  private String accepted;

  @BeforeEach
  void start() throws Exception {
    escalation = new FakeEscalation();
    first =
        line(
            0,
            "/intake-service",
            "2012-07-02T08:00:00Z",
            new ReferralReceived(
                REFERRAL,
                OrganisationCode.of("toronto-police"),
                "SPADE-1",
                "R-1",
                ReferralType.OTHER,
                null,
                true,
                false,
                true,
                false,
                null,
                null,
                "00",
                null));
    accepted =
        line(
            0,
            "/allocation-service",
            "2012-07-03T09:30:00Z",
            new DisseminationAccepted(REFERRAL, 1, KENT, TeamId.of("46-polit"), OFFICER));
    events(
        first,
        accepted,
        line(
            1,
            "/allocation-service",
            "2012-07-20T10:00:00Z",
            new ActionRecorded(
                REFERRAL,
                ActionKind.ARREST,
                Instant.parse("2012-07-05T06:00:00Z"),
                OFFICER,
                null)));
    escalation.on(
        "GET /custody/" + REFERRAL, Reply.json(STANDING.formatted("2012-08-01T00:00:00Z")));
  }

  @AfterEach
  void stop() {
    escalation.close();
  }

  private static String line(int sequence, String source, String recorded, BatonEvent event) {
    Instant at = Instant.parse(recorded);
    Instant happened = event instanceof ReferralEvent one ? one.occurredAt().orElse(at) : at;
    var envelope =
        new Envelope(
            "01990000-0000-7000-8000-%012x".formatted(at.getEpochSecond()),
            source,
            EventTypes.nameOf(event.getClass()),
            REFERRAL.toString(),
            REFERRAL.toString(),
            sequence,
            Times.text(happened),
            Times.text(at),
            Actor.person(OFFICER).toString(),
            KENT.value(),
            null,
            null,
            Envelope.DEFAULT_MARKING,
            event instanceof MovesCustody,
            null,
            new EventCodec().data(event));
    return new String(envelope.bytes(), StandardCharsets.UTF_8) + "\n";
  }

  private int story(String... arguments) {
    var all = new ArrayList<>(List.of("story", "--url", escalation.url()));
    all.addAll(List.of(arguments));
    return BatonCommand.line(folder, Map.of("BATON_HOME", folder.resolve("home").toString()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void it_says_who_had_it_from_when_to_when_and_what_came_of_it() {
    assertThat(story(REFERRAL.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Referral " + REFERRAL + ", reference SPADE-1 of toronto-police")
        .contains(
            "  2012-07-02 08:00  2012-07-03 09:30  referrals-desk of nca, no person yet: 1 d 1 h\n")
        .contains(
            "  2012-07-03 09:30                    p-46-15 (46-polit, Kent): has it, for 28 d 14"
                + " h\n")
        .contains("action recorded, by p-46-15 of Kent, which happened 2012-07-05 06:00")
        .contains("ENFORCEMENT_ACTION         NOT MET (limits of kent-1)")
        .contains("CLOCK_EXPIRED: Nothing was done in time.");
  }

  @Test
  void as_at_a_moment_nothing_that_was_recorded_later_is_told() {
    escalation.on(
        "GET /custody/" + REFERRAL + "?asAt=",
        Reply.json(STANDING.formatted("2012-07-10T00:00:00Z")));
    assertThat(story(REFERRAL.toString(), "--as-at", "2012-07-10T00:00:00Z")).isZero();
    assertThat(escalation.asked)
        .contains("GET /custody/" + REFERRAL + "?asAt=2012-07-10T00:00:00Z&by=recorded");
    assertThat(out.toString()).contains("dissemination accepted").doesNotContain("action recorded");
  }

  @Test
  void by_happening_what_was_entered_later_counts() {
    escalation.on(
        "GET /custody/" + REFERRAL + "?asAt=",
        Reply.json(STANDING.formatted("2012-07-10T00:00:00Z")));
    assertThat(story(REFERRAL.toString(), "--as-at", "2012-07-10T00:00:00Z", "--by", "happened"))
        .isZero();
    assertThat(escalation.asked)
        .contains("GET /custody/" + REFERRAL + "?asAt=2012-07-10T00:00:00Z&by=happened");
    assertThat(out.toString()).contains("action recorded");
  }

  private void standsAsAt(String moment) {
    escalation.on("GET /custody/" + REFERRAL + "?asAt=", Reply.json(STANDING.formatted(moment)));
  }

  private void events(String... lines) {
    escalation.on(
        "GET /audit/referrals/" + REFERRAL + "/events",
        new Reply(200, "application/x-ndjson", String.join("", lines)));
  }

  @Test
  void by_happening_what_is_left_out_holds_up_nothing_behind_it() {
    // The ordinary catch-up: what a force brings in was received long before it was entered.
    standsAsAt("2012-07-10T00:00:00Z");
    events(
        line(
            0,
            "/intake-service",
            "2012-07-20T08:00:00Z",
            new ReferralReceived(
                REFERRAL,
                KENT,
                "OWN-1",
                "R-1",
                ReferralType.OTHER,
                KENT,
                true,
                false,
                true,
                false,
                null,
                null,
                "00",
                null)),
        line(
            1,
            "/intake-service",
            "2012-07-20T08:00:01Z",
            new ReferralOriginated(
                REFERRAL,
                KENT,
                TeamId.of("46-polit"),
                OFFICER,
                Instant.parse("2012-07-03T08:00:00Z"),
                null,
                null,
                null,
                null)));
    assertThat(story(REFERRAL.toString(), "--as-at", "2012-07-10T00:00:00Z", "--by", "happened"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("p-46-15 (46-polit, Kent): has it, which was recorded later")
        .doesNotContain("referral received");
  }

  @Test
  void an_event_that_cannot_be_read_is_counted_and_left_out() throws Exception {
    var unreadable = "{\"specversion\":\"1.0\",\"id\":\"no event\"}\n";
    events(first, unreadable, accepted);
    assertThat(story(REFERRAL.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("1 of its events cannot be read", "dissemination accepted", "p-46-15 (46-polit");
    out.getBuffer().setLength(0);
    assertThat(story(REFERRAL.toString(), "--json")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).path("unreadable").asInt()).isOne();
  }

  @Test
  void it_says_who_supervised_who_graded_what_was_offered_and_who_opened_it() {
    escalation.on(
        "GET /custody/" + REFERRAL,
        Reply.json(
            """
            {"referralId":"01990000-0000-7000-8000-00000000000a","asOf":"2012-08-01T00:00:00Z",
             "by":"recorded","supervisor":"p-46-2",
             "grade":{"value":"HIGH","by":"p-46-15","at":"2012-07-04T10:00:00Z"},
             "handOffs":[{"kind":"FORCE","number":1,"organisation":"46","offeredAt":"2012-07-02T09:00:00Z",
                          "due":"2012-07-03T09:00:00Z","state":"ACCEPTED","closedAt":"2012-07-03T09:30:00Z"}],
             "done":[{"kind":"ACTION","action":"ARREST","happenedAt":"2012-07-05T06:00:00Z",
                      "recordedAt":"2012-07-20T10:00:00Z","recordedLate":true,"inHindsight":false},
                     {"kind":"RECEIPT","happenedAt":"2012-07-02T08:00:00Z",
                      "recordedAt":"2012-07-02T08:00:00Z","recordedLate":false,"inHindsight":false}],
             "opened":[{"at":"2012-07-03T10:00:00Z","organisation":"46","person":"p-46-15",
                        "throughSystem":true,"service":"allocation-service","part":"REFERRAL"}]}\
            """));
    assertThat(story(REFERRAL.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("  supervisor: p-46-2\n")
        .contains("  grade: HIGH, by p-46-15 2012-07-04 10:00\n")
        .contains(
            "  offered 2012-07-02 09:00 to 46 (force, number 1): accepted 2012-07-03 09:30, due"
                + " 2012-07-03 09:00\n")
        .contains("  arrest 2012-07-05 06:00, recorded 2012-07-20 10:00: in time, and entered")
        .contains(
            "  2012-07-03 10:00  p-46-15 of 46, referral, through allocation-service and the"
                + " force's own system\n")
        .doesNotContain("receipt 2012");
  }

  @Test
  void as_json_it_has_tenures_events_and_deadlines() throws Exception {
    assertThat(story(REFERRAL.toString(), "--json")).isZero();
    var told = new ObjectMapper().readTree(out.toString());
    assertThat(told.path("custody")).hasSize(2);
    assertThat(told.path("custody").path(1).path("custodian").path("person").asText())
        .isEqualTo("p-46-15");
    assertThat(told.path("events")).hasSize(3);
    assertThat(told.path("standing").path("clocks")).hasSize(1);
  }

  @Test
  void what_is_no_id_and_what_is_not_known_are_exit_code_2() {
    assertThat(story("SPADE-1")).isEqualTo(2);
    assertThat(err.toString()).contains("UUID");
    escalation.on("GET /custody/" + REFERRAL, Reply.problem(404, "There is no such referral."));
    err.getBuffer().setLength(0);
    assertThat(story(REFERRAL.toString())).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("baton: refused with 404: There is no such referral.\n");
  }
}
