package baton.allocation.feed;

import static baton.allocation.AllocationWorld.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.AllocationWorld;
import baton.allocation.casework.OneCommand;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandNames;
import baton.platform.commands.CommandForm;
import baton.platform.commands.ForceCommands;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a force's system may send to this service over REST it may send as a CloudEvent, or it says
 * here why not.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class ForceSideCommandsTest {
  private static final Path MATRIX = Path.of("src/test/resources/credential-matrix.txt");

  /** Of each organisation's six columns. */
  private static final List<Integer> FORCE_SYSTEMS = List.of(4, 10, 16, 22, 28);

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("/cases/{referralId}/actions", "record-action"),
          entry("/cases/{referralId}/allocations", "allocate"),
          entry("/cases/{referralId}/allocations/{number}/acceptance", "accept-allocation"),
          entry("/cases/{referralId}/allocations/{number}/decline", "decline-allocation"),
          entry("/cases/{referralId}/allocations/{number}/withdrawal", "withdraw-allocation"),
          entry("/cases/{referralId}/content", "secure-content"),
          entry("/cases/{referralId}/disseminations", "disseminate"),
          entry("/cases/{referralId}/disseminations/{number}/acceptance", "accept-dissemination"),
          entry("/cases/{referralId}/disseminations/{number}/decline", "decline-dissemination"),
          entry(
              "/cases/{referralId}/disseminations/{number}/recorded-acceptance",
              "record-acceptance"),
          entry(
              "/cases/{referralId}/disseminations/{number}/recorded-acceptance/confirmation",
              "confirm-recorded-acceptance"),
          entry("/cases/{referralId}/disseminations/{number}/withdrawal", "withdraw-dissemination"),
          entry("/cases/{referralId}/handling/acknowledgement", "acknowledge-handling"),
          entry("/cases/{referralId}/local-references", "record-local-reference"),
          entry("/cases/{referralId}/outcome", "propose-outcome"),
          entry("/cases/{referralId}/outcome/confirmation", "confirm-outcome"),
          entry("/cases/{referralId}/reopening", "reopen"),
          entry("/cases/{referralId}/reviews", "review"),
          entry("/disseminations/catch-up", "catch-up"),
          entry("/disseminations/receipts", "receive-disseminations"));

  /** Many commands together, a list of thousands, and what says where a feed goes. */
  private static final Set<String> OVER_REST_ONLY =
      Set.of(
          "/commands",
          "/reconciliations",
          "/webhooks",
          "/webhooks/{id}/enable",
          "/webhooks/{id}/replay",
          "/webhooks/{id}/secret",
          "/webhooks/{id}/test");

  @Inject AllocationWorld world;
  @Inject OneCommand commands;
  @Inject ForceCommands taken;
  @Inject ObjectMapper json;

  @Test
  void every_route_that_a_forces_system_may_post_to_has_a_command_of_its_own() throws IOException {
    var open = new TreeSet<String>();
    try (Stream<String> lines = Files.lines(MATRIX)) {
      lines
          .filter(line -> line.startsWith("POST "))
          .forEach(
              line -> {
                String[] parts = line.split(" \\| ");
                String marks = parts[2];
                if (FORCE_SYSTEMS.stream().anyMatch(column -> marks.charAt(column) == '.'))
                  open.add(parts[0].substring("POST ".length()));
              });
    }
    assertThat(open).contains("/disseminations/catch-up", "/cases/{referralId}/actions");
    open.removeAll(OVER_REST_ONLY);
    assertThat(WORDS.keySet()).containsAll(open);
  }

  @Test
  void none_of_them_reaches_another_forces_case() throws IOException {
    world.staffed("08", "polit-08", "p-sue", "p-ola");
    world.staffed("09", "polit-09", "p-eve");
    ReferralId theirs = world.received();
    world.disseminated(theirs, OrganisationCode.of("08"));
    as("supervisor", "08", "p-sue")
        .body(Map.of("person", "p-sue"))
        .post("/cases/" + theirs + "/disseminations/1/acceptance")
        .then()
        .statusCode(200);
    List<ObjectNode> lines = ofCases(theirs);
    assertThat(lines.stream().map(line -> line.path("command").asText()))
        .containsAll(commands.all());
    String sent = lines.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    List<JsonNode> answers =
        as("force-system", "09", null)
            .contentType("application/x-ndjson")
            .body(sent.getBytes(UTF_8))
            .post("/commands")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .map(this::tree)
            .toList();
    assertThat(answers).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++)
      assertThat(answers.get(i).at("/problem/status").asInt())
          .as("%s got %s", lines.get(i), answers.get(i))
          .isIn(403, 404);
  }

  /** Each command of a case as the matrix has it, by a stranger's leader. */
  private List<ObjectNode> ofCases(ReferralId referral) throws IOException {
    try (Stream<String> all = Files.lines(MATRIX)) {
      return all.filter(line -> line.startsWith("POST /cases/"))
          .map(line -> line.split(" \\| "))
          .map(
              parts -> {
                String body = parts[1].substring(parts[1].indexOf(" {"));
                return ((ObjectNode) tree(body))
                    .put("command", WORDS.get(parts[0].substring("POST ".length())))
                    .put("referralId", referral.toString())
                    .put("number", 1)
                    .put("onBehalfOf", "p-eve");
              })
          .toList();
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void every_command_is_known_on_the_topic_and_none_but_these() {
    for (String word : WORDS.values()) assertThat(refusals(word)).as(word).doesNotContain("/type");
    assertThat(refusals("frobnicate")).contains("/type");
    assertThat(WORDS.values()).containsAll(commands.all());
    assertThat(CommandNames.of("allocation-service"))
        .as("in the contract, and so in asyncapi.yaml")
        .hasSameElementsAs(WORDS.values())
        .hasSameElementsAs(taken.words().keySet());
  }

  /** Of an event that names nothing but its type. */
  private String refusals(String word) {
    var event = json.createObjectNode().put("type", "baton.command." + word + ".v1");
    var refused = new Object[1];
    assertThatThrownBy(() -> CommandForm.of(event, taken.words()))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> refused[0] = problem.getParameters().get("violations"));
    return json.valueToTree(refused[0]).toString();
  }
}
