package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.RISK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who a person is can be read with the keyring, and nowhere without it. */
@Order(7)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(RunningBaton.class)
class PersonalDataTest {
  private static final String REFERENCE = "SEALED-REFERENCE-4711";
  private static final Who ASSESSOR = new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, 1));

  /**
   * A deleted key is forgotten in every process within 60 seconds; the rest is for a busy machine.
   */
  private static final Duration FORGOTTEN_WITHIN = Duration.ofMinutes(3);

  private final Installation baton;
  private final Watch watch;
  private String disposed;

  PersonalDataTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @BeforeAll
  void dispose_of_one_key() throws SQLException {
    disposed = baton.staff().send("ncmec", Referrals.referral("KEY-DELETED", KENT));
    baton.settle();
    assertThat(assessment(disposed).path("referral").toString()).contains("Synthetic Suspect");
    Set<String> keys = new TreeSet<>();
    for (JsonNode event : watch.events(disposed))
      if (event.path("data").path("sealed").hasNonNull("key"))
        keys.add(event.path("data").path("sealed").path("key").asText());
    assertThat(keys).as("one data key per referral").hasSize(1);
    var databases = new Databases(baton.postgres());
    int deleted =
        databases.change("keyring", "delete from data_key where key = ?", keys.iterator().next());
    assertThat(deleted).isEqualTo(1);
  }

  @Test
  void no_personal_datum_stands_open_in_database_log_archive_or_files()
      throws SQLException, IOException {
    var story = new PersonalStory(baton);
    var referral = story.tell(REFERENCE);
    baton.settle();
    assertThat(assessment(referral).toString())
        .as("with the keyring it is all there")
        .contains("Zsófia Łukasiewicz-Próba");

    var wanted = new TreeSet<>(PersonalStory.PERSONAL);
    wanted.add(REFERENCE);
    var traces = new Traces(wanted);
    var databases = new Databases(baton.postgres());
    databases.eachValue(traces::look);
    databases.change("postgres", "checkpoint");
    for (var record : new Log(baton.kafka()).everything()) {
      var place = "topic " + record.topic();
      if (record.key() != null) traces.look(place, record.key());
      if (record.value() != null) traces.look(place, record.value());
    }
    for (JsonNode event : watch.events(referral))
      traces.look("GET /audit", event.toString().getBytes(UTF_8));
    eachFile(baton.home().postgres(), traces);
    eachFile(baton.home().kafka(), traces);
    eachFile(baton.home().logs(), traces);

    assertThat(traces.placesOf(REFERENCE))
        .as("the search looks: it finds what is not sealed")
        .contains(
            "intake.public.event_entry.payload",
            "escalation.public.archived_event.value",
            "topic baton.referrals",
            "GET /audit")
        .anyMatch(place -> place.startsWith("postgres/data/base/"));
    traces.seen().remove(REFERENCE);
    assertThat(traces.seen()).as("found in the open").isEmpty();
  }

  @Test
  void without_its_key_a_referral_is_unreadable_and_all_else_goes_on() {
    Awaitility.await("the key is forgotten")
        .atMost(FORGOTTEN_WITHIN)
        .until(() -> unreadable(assessment(disposed)) && unreadable(kase(disposed)));
    assertThat(assessment(disposed).hasNonNull("referral")).isFalse();
    assertThat(kase(disposed).hasNonNull("package")).isFalse();

    var priority = "/assessments/" + disposed + "/priority";
    var withWords = Map.of("priority", "LOW", "reason", "synthetic");
    var refused = baton.client().post(RISK, ASSESSOR, priority, withWords);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    baton.client().post(RISK, ASSESSOR, priority, Map.of("priority", "LOW")).orFail();
    baton.staff().offerToAssessor(disposed, ASSESSOR.person());
    baton.staff().assessorAccepts(disposed, ASSESSOR.person());
    baton.settle();
    var custody = watch.custody(disposed);
    assertThat(custody.path("custodian").path("person").asText()).isEqualTo(ASSESSOR.person());
    assertThat(custody.path("clocks")).isNotEmpty();
    var sweep = watch.sweep();
    assertThat(sweep.path("state").asText()).isEqualTo("done");
    assertThat(sweep.path("differences"))
        .extracting(difference -> difference.path("referralId").asText())
        .doesNotContain(disposed);

    var other = baton.staff().send("ncmec", Referrals.referral("KEY-KEPT", KENT));
    baton.settle();
    assertThat(assessment(other).path("referral").toString())
        .contains("Synthetic Suspect KEY-KEPT");
  }

  private JsonNode assessment(String referral) {
    return baton.client().get(RISK, ASSESSOR, "/assessments/" + referral).orFail();
  }

  private JsonNode kase(String referral) {
    return baton
        .client()
        .get(ALLOCATION, Staff.supervisor(Staff.NCA), "/cases/" + referral)
        .orFail();
  }

  private static boolean unreadable(JsonNode details) {
    return details.path("unreadable").asBoolean();
  }

  private void eachFile(Path folder, Traces traces) throws IOException {
    List<Path> files;
    try (var found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException vanished) {
      throw new IOException(folder + " changed while it was listed", vanished);
    }
    for (Path file : files) {
      try {
        var place = baton.home().folder().relativize(file).toString();
        traces.lookAtRaw(place, Files.readAllBytes(file));
      } catch (NoSuchFileException removedMeanwhile) {
        continue;
      }
    }
  }
}
