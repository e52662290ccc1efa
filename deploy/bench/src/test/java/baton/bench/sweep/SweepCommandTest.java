package baton.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import baton.bench.BenchCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it over a tiny log; nothing here depends on how fast it was. */
class SweepCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String... arguments) {
    return BenchCommand.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void all_candidates_come_to_the_same_ledger_and_the_json_says_what_was_measured()
      throws Exception {
    Path json = folder.resolve("sweep.json");
    int exit =
        bench(
            "sweep",
            "--referrals=120",
            "--sample=40",
            "--open=0.4",
            "--rounds=1",
            "--memory-referrals=2000",
            "--json=" + json);
    assertThat(exit).as(err.toString()).isZero();
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("sameLedger").asBoolean()).isTrue();
    assertThat(report.path("ledgers"))
        .hasSize(3)
        .allSatisfy(
            ledger -> {
              assertThat(ledger.path("referrals").asLong()).isEqualTo(40);
              assertThat(ledger.path("open").asLong()).isPositive();
              assertThat(ledger.path("findings").path("HAND_OFF_OVERDUE").asLong()).isPositive();
            });
    assertThat(report.path("sizes").path("records").asLong()).isGreaterThan(1000);
    assertThat(report.path("sizes").path("sampleRecords").asLong()).isBetween(200L, 1200L);
    assertThat(report.path("rounds").path(Names.bare(2)).path(0).path("events").asLong())
        .isEqualTo(report.path("sizes").path("records").asLong());
    assertThat(report.path("machine").path("cores").asInt()).isPositive();
    for (String ratio :
        List.of(
            "sweepToKafkaStreamsExactlyOnce",
            "bytesPerReferral",
            "asAtSnapshotToZero",
            "dataBindingToBareConsumer"))
      assertThat(report.path(ratio).asDouble()).as(ratio).isPositive();
    for (String perThread : List.of("sweepToBareConsumer", "readingToBareConsumer"))
      for (String threads : List.of("1", "2"))
        assertThat(report.path(perThread).path(threads).asDouble()).as(perThread).isPositive();
    assertThat(report.path("goals")).hasSize(5);
    assertThat(out.toString()).contains("sweep to bare consumer, threads: 2");
    assertThat(err.toString()).startsWith("baton: this takes about ");
  }

  @Test
  void what_cannot_be_measured_is_told_in_one_line() {
    assertThat(bench("sweep", "--threads", "1,99")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("--threads");
    assertThat(bench("sweep", "--json", folder.resolve("no/such/file").toString())).isEqualTo(2);
  }

  @Test
  void how_long_it_takes_is_said_the_same_way_everywhere() {
    Duration goals = expectedOfMemory(36_000_000);
    assertThat(goals).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(35));
    assertThat(expectedOfMemory(2_000_000))
        .isBetween(Duration.ofSeconds(80), Duration.ofMinutes(2));
    assertThat(expectedOfMemory(0)).isZero();
    assertThat(bench("sweep", "--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("about a minute and a half for these, half an hour for the goal's 36000000");
  }

  private static Duration expectedOfMemory(long referrals) {
    return new SweepSizes(1_000, 0.03, List.of(1), 1, 100, referrals, 5).expectedOfMemory();
  }

  @Test
  void a_measurement_has_to_be_named() {
    assertThat(bench()).isEqualTo(2);
    assertThat(err.toString()).contains("sweep");
  }
}
