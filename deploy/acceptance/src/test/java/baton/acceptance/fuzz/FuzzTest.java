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

  /** With fewer, chance decides whether each operation comes to be done. */
  private static final int ENOUGH_FOR_ALL = 10_000;

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
    var troubles = new Troubles(baton);
    var parkedBefore = troubles.parked();
    var defectsBefore = troubles.defects();
    memory.know("force", "46", "45", "nca");
    memory.know("organisation", "46", "45", "nca");
    memory.know("team", "46-polit", "45-polit");
    memory.know("person", "p-nca-11", "p-nca-12", "p-46-1", "p-46-11", "p-46-12", "p-45-1");
    memory.know("teams", "46-polit", "45-polit");
    memory.know("plan", "plan-46", "plan-45", "plan-nca");
    var cast = new Cast(baton);
    cast.prepare();
    watch.events(cast.anybody()).forEach(each -> memory.know("event", each.path("id").asText()));
    var stored = new Stored(new Databases(baton.postgres()));
    var fuzzer = new Fuzzer(memory, baton.home().portBase());
    long started = System.nanoTime();
    var operations = send(fuzzer, cast);
    long seconds = Math.max(1, (System.nanoTime() - started) / 1_000_000_000);
    System.out.printf("%nFuzzing, seed %d, %d s%n%s", SEED, seconds, fuzzer.tally);
    report(fuzzer.faults);
    System.out.println(fuzzer.tally.byOperation());

    assertThat(fuzzer.faults).as("answers that no caller can use").isEmpty();
    assertTaken(fuzzer, operations);
    baton.settle();
    assertThat(troubles.parked())
        .as("nothing waits that did not wait before")
        .isEqualTo(parkedBefore);
    assertThat(troubles.defects()).as("nothing was logged as a defect").isEqualTo(defectsBefore);
    stored.assertMore();
    stored.assertWhole();
    assertStoredWhole(fuzzer);
  }

  /** That nothing is wrong counts for little where nothing was done. */
  private static void assertTaken(Fuzzer fuzzer, List<Operation> operations) {
    for (var service : ServiceName.values()) {
      assertThat(fuzzer.tally.of(service)).as("all were sent").isEqualTo(REQUESTS);
      assertThat(fuzzer.tally.unavailable(service))
          .as(service + " has room for nearly all")
          .isLessThan(REQUESTS / 100);
    }
    assertThat(fuzzer.taken).as("referrals").hasSizeGreaterThan(REQUESTS / 100);
    var never = fuzzer.tally.neverDone(operations);
    System.out.println("Did nothing for anybody: " + never);
    if (REQUESTS >= ENOUGH_FOR_ALL)
      assertThat(never)
          .as("operations that did nothing for anybody")
          .isSubsetOf(OutOfReach.OPERATIONS.keySet());
  }

  /** Gives the operations among which it chose. */
  private List<Operation> send(Fuzzer fuzzer, Cast cast) throws IOException {
    var people = new People(baton::token);
    var referral = referral();
    var all = new ArrayList<Operation>();
    var first = new ArrayList<Runnable>();
    var then = new ArrayList<Runnable>();
    for (var service : ServiceName.values()) {
      var operations = new Contract(service, document(service)).operations();
      all.addAll(operations);
      int waiting = Math.min(REQUESTS, cast.waiting(operations));
      int rest = REQUESTS - waiting;
      for (int n = 0; n < SENDERS; n++) {
        var random = new Random(SEED + 100L * service.ordinal() + n);
        String prefix = "FUZZ-" + Long.toString(SEED, 36) + "-" + service.slug() + n + "-";
        var generator =
            new Generator(operations, people, memory, cast, random, baton.now(), referral, prefix);
        int share = rest * (n + 1) / SENDERS - rest * n / SENDERS;
        if (n == 0) first.add(() -> fuzzer.run(service, generator, waiting));
        then.add(() -> fuzzer.run(service, generator, share));
      }
    }
    together(first);
    together(then);
    return all;
  }

  private static void together(List<Runnable> all) {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(senders::submit);
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
  }

  private static void report(List<String> faults) throws IOException {
    if (faults.isEmpty()) return;
    var file = Path.of("target/fuzz-faults.txt");
    Files.write(file, faults);
    System.out.println(
        faults.size() + " faults, all in " + file + "; the first:\n" + faults.getFirst());
  }
}
