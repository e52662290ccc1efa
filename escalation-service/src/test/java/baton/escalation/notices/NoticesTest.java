package baton.escalation.notices;

import static baton.escalation.fixtures.Live.as;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.TeamId;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.Rung;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.escalation.notices.Receivers.Got;
import baton.escalation.notices.model.DigestTime;
import baton.journal.envelope.JournalJson;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told outside Baton, by a web server and a mail server that are really there. */
@QuarkusTest
@Stepped
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class NoticesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TRIAGE = Duration.ofHours(24);

  @Inject Transactions transactions;
  @Inject Notices notices;

  private Live live;
  private Instant start;
  private Story story;
  private TeamId team;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    team = new TeamId("team-" + start.getEpochSecond());
    var assessor = new PersonId("p-" + start.getEpochSecond());
    story =
        new Story()
            .receivedAndOpened(start)
            .offeredToAssessor(start.plusSeconds(60), assessor, team)
            .assessorAccepted(start.plusSeconds(120), assessor, team);
    live.others().tell(story);
    live.stepTo(start.plus(TRIAGE).plusSeconds(1));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void a_webhook_is_signed_and_tried_again_with_the_same_id_until_it_is_taken() throws Exception {
    await().atMost(PATIENCE).until(() -> answered(story.referral(), 200));

    List<Got> got = Receivers.requestsAbout(story.referral());
    assertThat(got).extracting(Got::answered).containsExactly(500, 200);
    assertThat(got.getFirst().id()).isEqualTo(got.getLast().id());
    for (Got each : got) assertThat(each.signature()).isEqualTo("v1," + hmac(each));
    JsonNode data = data(got.getLast());
    assertThat(data.path("number").asText()).isEqualTo("SPADE-" + story.referral());
    assertThat(data.path("clock").asText()).isEqualTo("TRIAGE");
    assertThat(data.path("rung").asText()).isEqualTo("CUSTODIAN");
    assertThat(data.path("link").asText()).contains("/escalations?referral=" + story.referral());
    assertThat(got.getLast().body()).doesNotContain("sentence").doesNotContain("name");
  }

  @Test
  void a_sergeant_gets_a_mail_when_it_climbs() throws Exception {
    live.stepTo(live.now().plus(Duration.ofHours(5)));

    await().atMost(PATIENCE).until(() -> mails().size() == 1);
    MimeMessage mail = mails().getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("Baton: clock expired (triage), SPADE-" + story.referral() + " (nca)");
    assertThat(mail.getAllRecipients()[0]).hasToString(Receivers.MAILBOX);
    assertThat(mail.getHeader("Baton-Notice")).hasSize(1);
    assertThat(mail.getContent().toString())
        .contains("Told: sergeant of nca, referrals-desk")
        .contains("Number: SPADE-" + story.referral())
        .contains("Finding: clock expired (triage)")
        .contains("/escalations?referral=" + story.referral());
  }

  @Test
  void an_inspector_gets_no_single_notice_but_a_line_in_the_mornings_digest() throws Exception {
    live.stepTo(live.now().plus(Duration.ofHours(5)));
    live.stepTo(live.now().plus(Duration.ofHours(9)));
    Instant before = DigestTime.last(LocalTime.of(8, 0), live.now());
    live.stepTo(before.plus(Duration.ofHours(25)));

    await().atMost(PATIENCE).until(() -> !digests().isEmpty());
    JsonNode digest = data(digests().getFirst());
    assertThat(digest.path("rung").asText()).isEqualTo("INSPECTOR");
    assertThat(digest.path("causes")).hasSize(1);
    JsonNode cause = digest.path("causes").path(0);
    assertThat(cause.path("clock").asText()).isEqualTo("TRIAGE");
    assertThat(cause.path("open").asInt()).isEqualTo(1);
    assertThat(cause.path("sinceLast").asInt()).isEqualTo(1);
    assertThat(cause.path("link").asText()).contains("kind=CLOCK_EXPIRED");
    assertThat(
            Receivers.requestsAbout(story.referral()).stream()
                .filter(each -> each.body().contains("INSPECTOR")))
        .isEmpty();
  }

  @Test
  void neither_a_sweep_nor_what_comes_back_from_the_log_tells_anybody_again() {
    await().atMost(PATIENCE).until(() -> answered(story.referral(), 200));
    int told = told();

    String sweep =
        as("auditor", "nca")
            .contentType("application/json")
            .body(Map.of())
            .post("/sweeps")
            .then()
            .statusCode(202)
            .extract()
            .path("sweepId");
    await()
        .atMost(PATIENCE)
        .until(() -> "done".equalsIgnoreCase(Live.get("/sweeps/" + sweep).extract().path("state")));
    transactions.inTransaction(
        () -> {
          notices.returned(List.of(climbed()), transactions.connection());
          return null;
        });
    live.settle();

    assertThat(told()).isEqualTo(told);
  }

  private Recorded<EscalationClimbed> climbed() {
    String id = live.escalationsOf(story).getFirst().get("id").toString();
    return new Recorded<>(
        new EventId(UuidCreator.getTimeOrderedEpoch()),
        "/escalation-service",
        id,
        story.referral(),
        1,
        live.now(),
        live.now(),
        Actor.system("escalation-service"),
        OrganisationCode.BATON,
        null,
        null,
        new EscalationClimbed(
            story.referral(),
            EscalationId.of(id),
            Rung.SERGEANT,
            OrganisationCode.NCA,
            null,
            "referrals-desk"));
  }

  /** How many notices there are about this story. */
  private int told() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the outbox")
                .find(
                    "select count(*) from notice where body like ?",
                    row -> row.getInt(1),
                    "%" + story.referral() + "%")
                .orElseThrow());
  }

  private List<Got> digests() {
    return Receivers.requestsAbout(team).stream()
        .filter(each -> each.body().contains("baton.digest") && each.answered() == 200)
        .toList();
  }

  private static boolean answered(Object about, int answer) {
    return Receivers.requestsAbout(about).stream().anyMatch(each -> each.answered() == answer);
  }

  private List<MimeMessage> mails() throws Exception {
    return Arrays.stream(Receivers.mail().getReceivedMessages())
        .filter(each -> subject(each).contains(story.referral().toString()))
        .toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode data(Got got) throws JsonProcessingException {
    return JournalJson.mapper().readTree(got.body()).path("data");
  }

  /** By hand, from the specification: not by the code that signs. */
  private static String hmac(Got got) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    String secret = Receivers.SECRET.substring("whsec_".length());
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    String signed = got.id() + "." + got.timestamp() + "." + got.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
