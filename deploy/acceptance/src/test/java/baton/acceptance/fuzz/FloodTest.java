package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Installation;
import baton.acceptance.Referrals;
import baton.acceptance.RunningBaton;
import baton.acceptance.Watch;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As many of the largest bodies at once as one machine can send, on a heap of 256 MB. */
@Tag("full")
@Order(91)
@ExtendWith(RunningBaton.class)
class FloodTest {
  private static final int SENDERS = 64;
  private static final int LARGEST = 300;
  private static final int LARGEST_TEXT = 370_000;
  private static final int NOT_ANSWERED = 0;
  private static final Duration LASTS =
      Duration.ofSeconds(Integer.getInteger("baton.flood.seconds", 20));
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";

  /**
   * Half a megabyte that takes twenty times as much once it is read; no type, so nothing is kept.
   */
  private static final String LARGE =
      "{\"reference\":\"FLOOD\",\"a\":["
          + "{\"b\":1},".repeat(14_000)
          + "0],\"c\":\""
          + "x".repeat(380_000)
          + "\"}";

  private final Installation baton;
  private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();

  FloodTest(Installation baton) {
    this.baton = baton;
  }

  @Test
  void the_largest_bodies_from_everywhere_fill_no_memory() throws Exception {
    var process = baton.process(ServiceName.INTAKE);
    long until = System.nanoTime() + LASTS.toNanos();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < SENDERS; n++) {
        var request =
            n % 8 == 0
                ? request("/batches", NDJSON, (LARGE + "\n").repeat(20))
                : request("/referrals", JSON, LARGE);
        senders.submit(() -> send(request, until));
      }
    }
    System.out.printf("%nFlood: %d senders for %s: %s%n", SENDERS, LASTS, answers);
    assertThat(process.isAlive()).isTrue();
    assertThat(answers.keySet()).isSubsetOf(Set.of(201, 422, 429, 503)).contains(422, 503);
    assertNeverFull(ServiceName.INTAKE);
    baton.staff().send("after-the-flood", Referrals.referral("AFTER-FLOOD", "46"));
  }

  /** Each event that holds one is nearly as large as an event may be. */
  @Test
  void the_largest_referrals_are_kept_and_read_by_everybody() throws Exception {
    var body = Referrals.referral("LARGE", "46");
    body.put("narrative", "x".repeat(LARGEST_TEXT));
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < LARGEST; n++) {
        body.put("reference", "LARGE-" + n);
        var content = Referrals.json(body).getBytes(UTF_8);
        senders.submit(() -> untilTaken(content));
      }
    }
    baton.kill(ServiceName.INTAKE);
    baton.restart(ServiceName.INTAKE);
    baton.settle();

    var watch = new Watch(baton.client());
    assertThat(watch.eventsOf("baton.referral-received.v1"))
        .filteredOn(event -> event.path("data").path("reference").asText().startsWith("LARGE-"))
        .hasSize(LARGEST);
    assertThat(watch.sweep().path("differences")).isEmpty();
    for (var service : ServiceName.values()) assertNeverFull(service);
  }

  private Void untilTaken(byte[] content) throws IOException {
    var request = request("/referrals", JSON, "");
    request.body = content;
    try (var wire = new Wire(baton.home().port(ServiceName.INTAKE))) {
      Awaitility.await("it is taken")
          .atMost(Duration.ofMinutes(2))
          .until(() -> wire.send(request).status() == 201);
    }
    return null;
  }

  private void assertNeverFull(ServiceName service) throws IOException {
    try (var log = Files.lines(baton.home().log(service))) {
      assertThat(log).noneMatch(line -> line.contains("OutOfMemoryError"));
    }
  }

  private Request request(String path, String type, String body) {
    var operation =
        new Operation(ServiceName.INTAKE, "POST", path, List.of(), type, null, Set.of());
    var request = new Request(operation, Staff.agency("flooding-agency"), path);
    request.headers.add("Authorization: Bearer " + baton.token(request.who));
    request.headers.add("Content-Type: " + type);
    request.body = body.getBytes(UTF_8);
    return request;
  }

  private void send(Request request, long until) {
    try (var wire = new Wire(baton.home().port(ServiceName.INTAKE))) {
      while (System.nanoTime() < until) count(wire.send(request).status());
    } catch (IOException e) {
      count(NOT_ANSWERED);
    }
  }

  private void count(int status) {
    answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
  }
}
