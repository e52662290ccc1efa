package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.INTAKE;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** intake-service is killed, or stopped, while it is being sent a package. */
@Order(10)
@ExtendWith(RunningBaton.class)
class KilledIntakeTest {
  private static final String AGENCY = "killing-agency";
  private static final String STOPPING = "stopping-agency";
  private static final int LINES = 2_000;
  private static final int BEFORE_THE_KILL = 1_300;

  private final Installation baton;
  private final Watch watch;

  KilledIntakeTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void every_line_is_in_once_after_the_package_was_sent_again() throws Exception {
    var lines = Referrals.lines("KILLED", LINES, KENT);
    var token = baton.token(Staff.agency(AGENCY));
    try (var broken = new Upload(baton, token, "killed")) {
      broken.write(lines.subList(0, BEFORE_THE_KILL));
      Awaitility.await("some lines are in")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> stored(AGENCY) > 0);
      baton.kill(INTAKE);
      assertThat(broken.answer())
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableOfType(ExecutionException.class);
    } finally {
      baton.restart(INTAKE);
    }
    int stored = stored(AGENCY);
    assertThat(stored).as("killed in the middle").isBetween(1, LINES - 1);

    JsonNode receipt;
    try (var again = new Upload(baton, token, "killed")) {
      again.write(lines);
      receipt = Http.json(again.end());
    }
    assertThat(receipt.path("repeated").asInt()).as("those that were stored").isEqualTo(stored);
    assertThat(receipt.path("created").asInt()).isEqualTo(LINES - stored);

    baton.settle();
    var all = IntStream.rangeClosed(1, LINES).mapToObj("KILLED-%04d"::formatted).toList();
    assertThat(sent()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(received())
        .extracting(event -> event.path("data").path("reference").asText())
        .as("on the log")
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(repeated()).as("what was resumed is no repeat").isEmpty();
    var batch =
        baton
            .client()
            .get(INTAKE, Staff.agency(AGENCY), "/batches/" + receipt.path("batchId").asText());
    assertThat(batch.orFail().path("received").asInt()).isEqualTo(LINES);
  }

  @Test
  void what_was_begun_is_answered_before_it_is_stopped_and_nothing_else_is_begun()
      throws Exception {
    var lines = Referrals.lines("STOPPED", LINES, KENT);
    var token = baton.token(Staff.agency(STOPPING));
    try (var upload = new Upload(baton, token, "stopped")) {
      upload.write(lines.subList(0, BEFORE_THE_KILL));
      Awaitility.await("some lines are in")
          .atMost(Duration.ofMinutes(2))
          .until(() -> stored(STOPPING) > 0);
      var stopped = CompletableFuture.runAsync(() -> baton.stop(INTAKE));
      try {
        var refused =
            Awaitility.await("it lets in nobody")
                .atMost(Duration.ofMinutes(2))
                .until(
                    () -> Http.to(baton).send(INTAKE, "GET", "/referrals", token, null, noBody()),
                    answer -> answer.statusCode() != 200);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Http.json(refused).path("type").asText()).endsWith("busy");

        upload.write(lines.subList(BEFORE_THE_KILL, LINES));
        assertThat(Http.json(upload.end()).path("created").asInt()).isEqualTo(LINES);
      } finally {
        stopped.join();
        baton.restart(INTAKE);
      }
    }
    assertThat(stored(STOPPING)).isEqualTo(LINES);
  }

  private int stored(String agency) throws Exception {
    var query = "select count(*) from referral_registry where agency = '" + agency + "'";
    return Integer.parseInt(new Databases(baton.postgres()).one("intake", query));
  }

  /** The references that the sender is told of, page by page. */
  private List<String> sent() {
    var references = new ArrayList<String>();
    String after = "";
    while (after != null) {
      var page =
          baton
              .client()
              .get(INTAKE, Staff.agency(AGENCY), "/referrals?limit=1000" + after)
              .orFail();
      for (JsonNode item : page.path("items")) references.add(item.path("reference").asText());
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    }
    return references;
  }

  private List<JsonNode> received() {
    return watch.eventsOf("baton.referral-received.v1").stream()
        .filter(event -> event.path("organisation").asText().equals(AGENCY))
        .toList();
  }

  private List<JsonNode> repeated() {
    return watch.eventsOf("baton.receipt-repeated.v1").stream()
        .filter(event -> event.path("organisation").asText().equals(AGENCY))
        .toList();
  }
}
