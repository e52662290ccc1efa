package baton.risk;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.access.PersonalDataOpened;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who opens sealed personal data is on record before he or she sees it (R40). */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WhoOpenedItTest {
  private static final String REFUSE =
      """
      create function refuse_openings() returns trigger language plpgsql as $$
        begin raise exception 'no opening is taken'; end $$;
      create trigger refuse_openings before insert on event_entry for each row
        when (new.payload_type = 'baton.personal-data-opened.v1')
        execute function refuse_openings();
      """;
  private static final String TAKE_AGAIN =
      "drop trigger refuse_openings on event_entry; drop function refuse_openings";

  @Inject RiskWorld world;
  @Inject AgroalDataSource database;

  @Test
  void every_opening_is_told_on_a_topic_of_its_own_and_never_in_the_referrals_story() {
    ReferralId referral = world.received();
    int before = openings(referral).size();
    world
        .as("supervisor", "nca", "p-reader")
        .get("/assessments/" + referral)
        .then()
        .statusCode(200);
    world
        .as("supervisor", "nca", "p-reader")
        .get("/assessments/" + referral)
        .then()
        .statusCode(200);

    await().until(() -> openings(referral).stream().filter(WhoOpenedItTest::byReader).count() == 2);
    assertThat(openings(referral).size()).isGreaterThanOrEqualTo(before + 2);
    assertThat(openings(referral).stream().filter(WhoOpenedItTest::byReader))
        .allSatisfy(
            opened -> {
              assertThat(opened.service()).isEqualTo("risk-service");
              assertThat(opened.part()).isEqualTo(OpenedPart.REFERRAL);
              assertThat(opened.organisation()).isEqualTo(OrganisationCode.NCA);
              assertThat(opened.throughSystem()).isFalse();
            });
    for (String topic : List.of(Topics.REFERRALS, Topics.REGISTER))
      assertThat(on(topic)).noneMatch(event -> event.type().contains("personal-data-opened"));
  }

  @Test
  void a_list_opens_nothing() {
    ReferralId referral = world.received();
    world.as("supervisor", "nca", "p-lister").get("/assessments").then().statusCode(200);
    world
        .as("supervisor", "nca", "p-reader")
        .get("/assessments/" + referral)
        .then()
        .statusCode(200);

    // What was asked for before is on the log before it.
    await().until(() -> openings(referral).stream().anyMatch(WhoOpenedItTest::byReader));
    assertThat(on(Topics.ACCESS)).noneMatch(event -> event.actor().equals("person:p-lister"));
  }

  @Test
  void what_cannot_be_recorded_is_not_shown() throws SQLException {
    ReferralId referral = world.received();
    execute(REFUSE);
    try {
      world
          .as("supervisor", "nca", "p-reader")
          .get("/assessments/" + referral)
          .then()
          .statusCode(greaterThanOrEqualTo(500))
          .body("content", nullValue());
    } finally {
      execute(TAKE_AGAIN);
    }
    world
        .as("supervisor", "nca", "p-reader")
        .get("/assessments/" + referral)
        .then()
        .statusCode(200);
  }

  private static boolean byReader(PersonalDataOpened opened) {
    return PersonId.of("p-reader").equals(opened.by());
  }

  private static List<PersonalDataOpened> openings(ReferralId referral) {
    var codec = new EventCodec();
    return on(Topics.ACCESS).stream()
        .map(event -> codec.decode(event).event())
        .map(PersonalDataOpened.class::cast)
        .filter(opened -> opened.referral().equals(referral))
        .toList();
  }

  private static List<Envelope> on(String topic) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", RealParts.get().kafka());
    var events = new ArrayList<Envelope>();
    LogScan.read(
        kafka,
        List.of(topic),
        Map.of(),
        LogScan.ends(kafka, List.of(topic)),
        record -> events.add(Envelope.parse(record.value())),
        handed -> {},
        () -> false);
    return events;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
