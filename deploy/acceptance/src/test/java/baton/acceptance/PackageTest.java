package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One package of 2,345 lines, as Toronto sent it in 2012; five of them are bad. */
@Order(9)
@ExtendWith(RunningBaton.class)
class PackageTest {
  private static final String AGENCY = "spade-agency";
  private static final int LINES = 2_345;

  /** Each bad line and the type of the problem that it must get. */
  private static final List<Bad> BAD =
      List.of(
          new Bad("{\"reference\":\"CUT-OFF\",\"type\":", "malformed-json"),
          new Bad("{\"type\":\"OTHER\"}", "missing"),
          new Bad("{\"reference\":\"B-3\",\"type\":\"OTHER\",\"force\":\"Kent\"}", "unknown-force"),
          new Bad(
              "{\"reference\":\"B-4\",\"type\":\"OTHER\",\"providerReportedAt\":\"2999-01-01T00:00:00Z\"}",
              "date-in-future"),
          new Bad("[\"no referral\"]", "malformed-json"));

  private final Installation baton;
  private final Watch watch;

  PackageTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  private record Bad(String line, String problem) {}

  @Test
  void tracks_every_good_line_and_names_every_bad_one() {
    long seed = System.nanoTime();
    System.out.println("PackageTest: seed " + seed);
    var lines = new ArrayList<>(Referrals.lines("SPADE", LINES, KENT));
    var badByLine = scatter(lines, new Random(seed));
    baton.settle();
    var openBefore = watch.summary().path("open").asInt();

    var receipt =
        baton
            .client()
            .postLines(INTAKE, Staff.agency(AGENCY), "/batches?name=Spade", lines)
            .orFail();

    assertThat(receipt.path("created").asInt()).isEqualTo(LINES - BAD.size());
    assertThat(receipt.path("rejected").asInt()).isEqualTo(BAD.size());
    var problems = new TreeMap<Integer, String>();
    for (JsonNode problem : receipt.path("problems")) {
      assertThat(problem.path("detail").asText()).as("the reason").isNotBlank();
      var type = problem.path("type").asText();
      problems.put(problem.path("line").asInt(), type.substring(type.lastIndexOf('/') + 1));
    }
    assertThat(problems).isEqualTo(badByLine);

    baton.settle();
    assertThat(watch.summary().path("open").asInt()).isEqualTo(openBefore + LINES - BAD.size());
    var tracked =
        watch.board().stream().filter(each -> each.path("agency").asText().equals(AGENCY)).toList();
    assertThat(tracked)
        .hasSize(LINES - BAD.size())
        .allSatisfy(
            each ->
                assertThat(each.path("custodian").path("post").asText())
                    .isEqualTo("referrals-desk"));
    assertThat(tracked)
        .extracting(each -> each.path("reference").asText())
        .containsExactlyInAnyOrderElementsOf(goodReferences(badByLine.keySet()));

    var batch =
        baton
            .client()
            .get(INTAKE, Staff.agency(AGENCY), "/batches/" + receipt.path("batchId").asText())
            .orFail();
    assertThat(batch.path("name").asText()).isEqualTo("Spade");
    assertThat(batch.path("received").asInt()).isEqualTo(LINES - BAD.size());
    assertThat(batch.path("byForce").path(KENT).path("received").asInt())
        .isEqualTo(LINES - BAD.size());
    assertThat(batch.path("complete").asBoolean()).as("nobody has accepted any yet").isFalse();
  }

  /** Gives the problem of each line, counted from 1, that was replaced. */
  private static TreeMap<Integer, String> scatter(List<String> lines, Random random) {
    var places = new TreeMap<Integer, String>();
    for (Bad bad : BAD) {
      int line = 1 + random.nextInt(LINES);
      while (places.containsKey(line)) line = 1 + random.nextInt(LINES);
      lines.set(line - 1, bad.line());
      places.put(line, bad.problem());
    }
    return places;
  }

  private static List<String> goodReferences(Set<Integer> badLines) {
    return IntStream.rangeClosed(1, LINES)
        .filter(line -> !badLines.contains(line))
        .mapToObj("SPADE-%04d"::formatted)
        .toList();
  }
}
