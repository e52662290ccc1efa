package baton.escalation.sweep;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A sweep while it runs. It has read the log and waits for the board, which lacks an event that the
 * live reader cannot archive as long as the test holds the table.
 */
@QuarkusTest
@Stepped
class RunningSweepTest {
  private static final List<String> ORDER = List.of("waiting", "reading", "comparing", "done");

  @TestHTTPResource("/")
  URI server;

  @Inject AgroalDataSource database;

  private Live live;
  private Instant start;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plusSeconds(60));
    // Whatever was asked for before has ended then: none waits for its turn.
    Live.swept("{}");
  }

  @AfterEach
  void end() {
    live.settle();
    assertThat(Live.swept("{}").getList("differences")).isEmpty();
    live.close();
  }

  @Test
  void it_can_be_cancelled_and_ends_without_a_result() throws SQLException {
    String sweep;
    try (Connection held = archiveHeld()) {
      sweep = running();
      Live.as("supervisor", "46", "p-1").delete(sweep).then().statusCode(403);
      assertThat(Live.auditor().delete(sweep).statusCode()).isEqualTo(200);
      await("it ends, though the board never comes")
          .until(() -> get(sweep).extract().path("state").equals("cancelled"));
      held.rollback();
    }
    JsonPath report = get(sweep).extract().jsonPath();
    assertThat(report.getLong("events")).isEqualTo(report.getLong("total")).isPositive();
    assertThat(report.<Integer>get("differenceCount")).isNull();
    assertThat(Live.auditor().delete(sweep).path("state").toString()).isEqualTo("cancelled");
  }

  @Test
  void its_progress_is_told_until_it_is_done() throws SQLException {
    String sweep;
    Progress progress;
    try (Connection held = archiveHeld()) {
      sweep = running();
      progress = new Progress(sweep);
      await("it is told while it runs").until(() -> progress.reports.size() >= 2);
      assertThat(progress.reports)
          .allSatisfy(report -> assertThat(report.getString("state")).isEqualTo("comparing"));
      assertThat(progress.ended).isNotDone();
      held.rollback();
    }
    await("the stream ends with it").until(progress.ended::isDone);
    progress.ended.join();
    List<String> states = progress.reports.stream().map(each -> each.getString("state")).toList();
    assertThat(states).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
    JsonPath last = progress.reports.getLast();
    assertThat(last.getString("state")).as(last.prettify()).isEqualTo("done");
    assertThat(last.getInt("differenceCount")).isZero();
    for (JsonPath report : progress.reports) {
      assertThat(sweep).endsWith(report.getString("sweepId"));
      assertThat(report.getLong("events")).isPositive();
      assertThat(report.getLong("eventsPerSecond")).isPositive();
      assertThat(report.getLong("etaSeconds")).as("all is read").isZero();
    }
  }

  @Test
  void who_follows_one_that_is_cancelled_is_told_so() throws SQLException {
    Progress progress;
    try (Connection held = archiveHeld()) {
      String sweep = running();
      progress = new Progress(sweep);
      await("it is told").until(() -> !progress.reports.isEmpty());
      assertThat(Live.auditor().delete(sweep).statusCode()).isEqualTo(200);
      await("the stream ends with it").until(progress.ended::isDone);
      held.rollback();
    }
    progress.ended.join();
    assertThat(progress.reports.getLast().getString("state")).isEqualTo("cancelled");
  }

  @Test
  void who_may_not_sweep_follows_none_and_nobody_one_that_is_not_there() {
    String sweep = ask();
    assertThat(followed(sweep, "supervisor", "46")).isEqualTo(403);
    assertThat(followed("/sweeps/" + new Story().referral(), "auditor", "nca")).isEqualTo(404);
  }

  private static int followed(String sweep, String role, String organisation) {
    return Live.as(role, organisation, "p-1").accept("text/event-stream").get(sweep).statusCode();
  }

  /** Nobody adds to the archive until the transaction ends; everybody may read it. */
  private Connection archiveHeld() throws SQLException {
    Connection connection = database.getConnection();
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // However slow the machine is, the lock stays.
      statement.execute("set local transaction_timeout = 0");
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      statement.execute("lock table archived_event in share mode");
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** One that has read what the board has not. */
  private String running() {
    live.others().tell(new Story().receivedAndOpened(start));
    String sweep = ask();
    await("it waits for the board")
        .until(() -> get(sweep).extract().path("state").equals("comparing"));
    return sweep;
  }

  private static String ask() {
    return Live.auditor()
        .contentType("application/json")
        .body("{}")
        .post("/sweeps")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  /** What the event stream of a sweep has told so far. */
  private final class Progress {
    private final List<JsonPath> reports = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended;

    Progress(String sweep) {
      var request =
          HttpRequest.newBuilder(server.resolve(sweep))
              .header("Accept", "text/event-stream")
              .header("Authorization", "Bearer " + Tokens.of("auditor", "nca"))
              .build();
      ended =
          HttpClient.newHttpClient()
              .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
              .thenAcceptAsync(this::read);
    }

    private void read(HttpResponse<Stream<String>> answer) {
      assertThat(answer.statusCode()).isEqualTo(200);
      answer
          .body()
          .filter(line -> line.startsWith("data:"))
          .map(line -> JsonPath.from(line.substring("data:".length())))
          .forEach(reports::add);
    }
  }
}
