package baton.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.commands.FakeEscalation.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String DONE =
      """
      {"sweepId":"s-1","state":"done","events":64246,"total":64246,"eventsPerSecond":15568,
       "referrals":2352,"unreadable":0,"waiting":0,"findings":{"HAND_OFF_OVERDUE":2345},
       "differenceCount":%d,"differences":%s}\
      """;
  private static final String DIFFERENCE =
      """
      [{"referralId":"r-1","kind":"ROW_WRONG","board":"WITH_FORCE","log":"CONCLUDED",
        "events":[{"partition":3,"offset":17,"event":"e-1","type":"baton.case-concluded.v1"}]}]\
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeEscalation escalation;

  @BeforeEach
  void start() throws Exception {
    escalation = new FakeEscalation();
    escalation.on("POST /sweeps", Reply.json("{\"sweepId\":\"s-1\",\"state\":\"waiting\"}"));
  }

  @AfterEach
  void stop() {
    escalation.close();
  }

  private int replay(String... arguments) {
    var all = new java.util.ArrayList<>(java.util.List.of("replay", "--url", escalation.url()));
    all.addAll(java.util.List.of(arguments));
    return BatonCommand.line(folder, Map.of("BATON_HOME", folder.resolve("home").toString()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  /** The event stream where it is asked for, the report otherwise. */
  private void ends(String report) {
    escalation.on(
        "GET /sweeps/s-1",
        exchange ->
            "text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"))
                ? new Reply(
                    200,
                    "text/event-stream",
                    "data:{\"state\":\"reading\",\"events\":10,\"total\":20}\n\n")
                : Reply.json(report));
  }

  @Test
  void board_and_log_that_agree_are_exit_code_0() {
    ends(DONE.formatted(0, "[]"));
    assertThat(replay()).isZero();
    assertThat(out.toString())
        .contains("Read 64,246 events of 2,352 referrals")
        .contains("2,345  HAND_OFF_OVERDUE")
        .contains("Board and log agree.");
    assertThat(err.toString()).as("no terminal, no bar").isEmpty();
  }

  @Test
  void a_difference_is_exit_code_1_and_says_both_versions() {
    ends(DONE.formatted(1, DIFFERENCE));
    assertThat(replay()).isEqualTo(1);
    assertThat(out.toString())
        .contains("r-1  ROW_WRONG", "board: WITH_FORCE", "log:   CONCLUDED")
        .contains("proof: baton.case-concluded.v1, event e-1, partition 3, offset 17");
  }

  @Test
  void a_past_moment_and_a_force_are_asked_for() {
    ends(
        DONE.formatted(0, "[]")
            .replace(
                "\"sweepId\"",
                "\"asAt\":\"2012-07-03T12:00:00Z\",\"force\":\"46\","
                    + "\"findingsOfForce\":{\"WITHOUT_PERSON\":7},\"sweepId\""));
    assertThat(replay("--as-at", "2012-07-03T12:00:00Z", "--force", "46")).isZero();
    assertThat(escalation.bodies.getFirst())
        .isEqualTo("{\"asAt\":\"2012-07-03T12:00:00Z\",\"force\":\"46\"}");
    assertThat(out.toString())
        .contains("up to 2012-07-03T12:00:00Z")
        .contains("Of these, what concerns 46:", "7  WITHOUT_PERSON");
  }

  @Test
  void a_moment_that_is_not_wholly_known_is_told_so() {
    String past = "\"asAt\":\"2012-07-03T12:00:00Z\",\"completeTo\":\"%s\",\"sweepId\"";
    ends(DONE.formatted(0, "[]").replace("\"sweepId\"", past.formatted("2012-07-03T11:58:00Z")));
    assertThat(replay("--as-at", "2012-07-03T12:00:00Z")).isZero();
    assertThat(out.toString())
        .contains("NOT everything of it is known", "before 2012-07-03T11:58:00Z")
        .doesNotContain("from the first one on");
    out.getBuffer().setLength(0);
    ends(DONE.formatted(0, "[]").replace("\"sweepId\"", past.formatted("2012-07-03T12:00:00Z")));
    assertThat(replay("--as-at", "2012-07-03T12:00:00Z")).isZero();
    assertThat(out.toString()).doesNotContain("NOT everything");
  }

  @Test
  void the_report_is_written_and_printed_as_json() throws Exception {
    ends(DONE.formatted(1, DIFFERENCE));
    Path report = folder.resolve("r.json");
    assertThat(replay("--report", report.toString(), "--json")).isEqualTo(1);
    var json = new ObjectMapper();
    assertThat(json.readTree(report.toFile())).isEqualTo(json.readTree(out.toString()));
    assertThat(json.readTree(out.toString()).path("differenceCount").asInt()).isEqualTo(1);
  }

  @Test
  void a_report_that_cannot_be_written_is_told_before_the_log_is_read() {
    ends(DONE.formatted(0, "[]"));
    assertThat(replay("--report", folder.resolve("no/r.json").toString())).isEqualTo(2);
    assertThat(replay("--report", folder.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("--report"));
    assertThat(escalation.asked).isEmpty();
  }

  @Test
  void what_nobody_foresaw_is_not_the_answer_that_they_differ() {
    assertThat(replay("--url", "http://nobody.example:99999")).isEqualTo(2);
    assertThat(
            BatonCommand.line(folder, Map.of("BATON_PORT_BASE", "none"))
                .setErr(new PrintWriter(err, true))
                .execute("replay"))
        .isEqualTo(2);
  }

  @Test
  void what_memory_it_takes_is_told_beforehand() {
    escalation.on(
        "POST /sweeps",
        Reply.json(
            "{\"sweepId\":\"s-1\",\"memoryNeededBytes\":1048576,\"memoryLimitBytes\":33554432}"));
    ends(DONE.formatted(0, "[]"));
    assertThat(replay()).isZero();
    assertThat(err.toString())
        .isEqualTo("baton: the sweep takes 2 MiB of memory at least, and 33 at most\n");
  }

  @Test
  void a_sweep_that_failed_is_told_and_is_exit_code_2() {
    ends("{\"state\":\"failed\",\"reason\":\"the service was stopped\"}");
    assertThat(replay()).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("baton: the sweep is failed: the service was stopped\n");
  }

  @Test
  void nobody_there_and_a_refusal_are_exit_code_2_in_one_line() {
    escalation.on("POST /sweeps", Reply.problem(403, "an auditor may sweep"));
    assertThat(replay()).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("baton: refused with 403: an auditor may sweep\n");
    escalation.close();
    err.getBuffer().setLength(0);
    assertThat(replay()).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("start it with: baton up");
  }

  @Test
  void no_time_at_all_is_wrong_usage() {
    assertThat(replay("--as-at", "yesterday")).isEqualTo(2);
    assertThat(escalation.asked).isEmpty();
  }

  @Test
  void on_a_terminal_the_bar_says_how_far_it_is_and_how_fast() {
    var line = new ProgressLine(new PrintWriter(err, true), true);
    line.show(
        50,
        200,
        SweepWords.progress(
            new ObjectMapper()
                .createObjectNode()
                .put("state", "reading")
                .put("events", 50)
                .put("total", 200)
                .put("eventsPerSecond", 10)
                .put("etaSeconds", 15)));
    line.end();
    assertThat(err.toString()).contains(" 25 %", "50 of 200 events", "10 a second", "15 s left");
  }

  @Test
  void what_is_to_be_done_on_an_interrupt_is_not_done_once_it_is_over() {
    // Closing takes the hook back; only a process that ends before it would run it.
    var interrupt = new OnInterrupt(() -> escalation.asked.add("cancelled"));
    interrupt.close();
    assertThat(escalation.asked).isEmpty();
  }
}
