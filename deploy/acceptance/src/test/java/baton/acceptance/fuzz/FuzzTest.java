package baton.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Databases;
import baton.acceptance.Installation;
import baton.acceptance.RunningBaton;
import baton.acceptance.Watch;
import baton.local.client.Answer.UnexpectedAnswer;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of requests to the four services, made from their own OpenAPI documents: nothing
 * breaks, every refusal says why, nothing is half stored. {@code -Dbaton.fuzz.requests} per service
 * and {@code -Dbaton.fuzz.seed}.
 */
@Tag("full")
@Order(90)
@ExtendWith(RunningBaton.class)
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("baton.fuzz.requests", 100_000);
  private static final long SEED = Long.getLong("baton.fuzz.seed", 20_261_122);
  private static final int SENDERS = 2;
  private static final int SAMPLE = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation baton;
  private final Watch watch;
  private final Memory memory = new Memory();

  FuzzTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void no_request_breaks_a_service_and_none_is_half_stored() throws Exception {
    baton.settle();
    var parkedBefore = parked();
    var defectsBefore = defects();
    memory.know("force", "46", "45", "nca");
    memory.know("organisation", "46", "45", "nca");
    memory.know("team", "46-polit", "45-polit");
    memory.know("person", "p-nca-11", "p-nca-12", "p-46-1", "p-46-11", "p-46-12", "p-45-1");
    var fuzzer = new Fuzzer(memory, baton.home().portBase());
    long started = System.nanoTime();
    send(fuzzer);
    long seconds = Math.max(1, (System.nanoTime() - started) / 1_000_000_000);
    System.out.printf("%nFuzzing, seed %d, %d s%n%s", SEED, seconds, fuzzer.tally);
    report(fuzzer.faults);

    assertThat(fuzzer.faults).as("answers that no caller can use").isEmpty();
    for (var service : ServiceName.values())
      assertThat(fuzzer.tally.of(service, 2)).as(service + " took some of it").isPositive();
    for (var service : ServiceName.values())
      assertThat(fuzzer.tally.of(service)).as("all were sent").isEqualTo(REQUESTS);
    baton.settle();
    assertThat(parked()).as("nothing waits that did not wait before").isEqualTo(parkedBefore);
    assertThat(defects()).as("nothing was logged as a defect").isEqualTo(defectsBefore);
    assertStoredWhole(fuzzer);
  }

  private void send(Fuzzer fuzzer) throws IOException {
    var people = new People(baton::token);
    var referral = referral();
    var contracts = new ArrayList<List<Operation>>();
    for (var service : ServiceName.values())
      contracts.add(new Contract(service, document(service)).operations());
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var service : ServiceName.values())
        for (int n = 0; n < SENDERS; n++) {
          var random = new Random(SEED + 100L * service.ordinal() + n);
          String prefix = "FUZZ-" + Long.toString(SEED, 36) + "-" + service.slug() + n + "-";
          var generator =
              new Generator(
                  contracts.get(service.ordinal()),
                  people,
                  memory,
                  random,
                  baton.now(),
                  referral,
                  prefix);
          senders.submit(() -> fuzzer.run(service, generator, REQUESTS / SENDERS));
        }
    }
  }

  private static ObjectNode referral() throws IOException {
    try (var json = FuzzTest.class.getResourceAsStream("referral.json")) {
      return (ObjectNode) JSON.readTree(json);
    }
  }

  private JsonNode document(ServiceName service) {
    return baton.client().get(service, Staff.auditor(), "/q/openapi?format=json").orFail();
  }

  private void assertStoredWhole(Fuzzer fuzzer) throws SQLException {
    // Those that the requests asked for come first, and no more than some may wait.
    var report =
        Awaitility.await("a sweep of the test's own")
            .atMost(Duration.ofMinutes(10))
            .ignoreExceptionsInstanceOf(UnexpectedAnswer.class)
            .until(watch::sweep, sweep -> !sweep.isEmpty());
    assertThat(report.path("state").asText()).isEqualTo("done");
    assertThat(report.path("differences")).as("board and log are one").isEmpty();
    var onBoard =
        watch.board().stream()
            .map(row -> row.path("referralId").asText())
            .collect(Collectors.toSet());
    assertThat(onBoard).as("what was acknowledged is there").containsAll(fuzzer.taken.keySet());
    fuzzer.taken.entrySet().stream()
        .limit(SAMPLE)
        .forEach(
            each ->
                baton
                    .client()
                    .get(
                        ServiceName.INTAKE,
                        Staff.agency(each.getValue()),
                        "/referrals/" + each.getKey())
                    .orFail());
    var databases = new Databases(baton.postgres());
    assertThat(databases.one("intake", "select count(*) from referral_registry"))
        .as("a row of the registry and a first event go together")
        .isEqualTo(
            databases.one(
                "intake",
                "select count(distinct aggregate_identifier) from event_entry where payload_type ="
                    + " 'baton.referral-received.v1'"));
  }

  private List<String> parked() {
    var parked = new ArrayList<String>();
    for (var service : ServiceName.values()) {
      var list = baton.client().get(service, Staff.auditor(), "/parked?limit=1000").orFail();
      list.path("items").forEach(each -> parked.add(service + " " + each.path("eventId").asText()));
      list.path("unpublished")
          .forEach(each -> parked.add(service + " " + each.path("eventId").asText()));
    }
    return parked;
  }

  /** Lines of the services' logs that tell of a defect. */
  private TreeSet<String> defects() throws IOException {
    var found = new TreeSet<String>();
    for (var service : ServiceName.values())
      try (var lines = Files.lines(baton.home().log(service))) {
        lines
            .filter(line -> line.contains(" ERROR "))
            .forEach(line -> found.add(service + " " + line));
      }
    return found;
  }

  private static void report(List<String> faults) throws IOException {
    if (faults.isEmpty()) return;
    var file = Path.of("target/fuzz-faults.txt");
    Files.write(file, faults);
    System.out.println(
        faults.size() + " faults, all in " + file + "; the first:\n" + faults.getFirst());
  }
}
