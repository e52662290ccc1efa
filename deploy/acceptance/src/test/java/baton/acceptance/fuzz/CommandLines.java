package baton.acceptance.fuzz;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Lines of {@code POST /commands}: a word, whose case it is, and the body of the word's own path.
 */
final class CommandLines {
  private static final String CASE = "/cases/{referralId}/";
  private static final String DISSEMINATION = CASE + "disseminations/{number}/";
  private static final String ALLOCATION = CASE + "allocations/{number}/";
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("disseminate", CASE + "disseminations"),
          Map.entry("accept-dissemination", DISSEMINATION + "acceptance"),
          Map.entry("decline-dissemination", DISSEMINATION + "decline"),
          Map.entry("withdraw-dissemination", DISSEMINATION + "withdrawal"),
          Map.entry("record-acceptance", DISSEMINATION + "recorded-acceptance"),
          Map.entry(
              "confirm-recorded-acceptance", DISSEMINATION + "recorded-acceptance/confirmation"),
          Map.entry("allocate", CASE + "allocations"),
          Map.entry("accept-allocation", ALLOCATION + "acceptance"),
          Map.entry("decline-allocation", ALLOCATION + "decline"),
          Map.entry("withdraw-allocation", ALLOCATION + "withdrawal"),
          Map.entry("record-action", CASE + "actions"),
          Map.entry("propose-outcome", CASE + "outcome"),
          Map.entry("confirm-outcome", CASE + "outcome/confirmation"),
          Map.entry("review", CASE + "reviews"),
          Map.entry("record-local-reference", CASE + "local-references"),
          Map.entry("secure-content", CASE + "content"),
          Map.entry("reopen", CASE + "reopening"));
  private static final List<String> WORDS = PATHS.keySet().stream().sorted().toList();

  private static final JsonNode NONE = JsonNodeFactory.instance.objectNode();

  private final List<Operation> operations;
  private final Values values;
  private final RandomGenerator random;

  /**
   * @param operations of allocation-service, whose bodies these are
   */
  CommandLines(List<Operation> operations, Values values, RandomGenerator random) {
    this.operations = operations;
    this.values = values;
    this.random = random;
  }

  ObjectNode next(String organisation) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    var operation = operation(PATHS.get(word));
    var line = JsonNodeFactory.instance.objectNode();
    if (operation.body() != null) line.setAll((ObjectNode) values.of("", operation.body()));
    line.put("command", word);
    if (random.nextInt(10) > 0)
      line.put("onBehalfOf", Staff.worker(organisation, random.nextInt(2)));
    whose(line);
    operation.parameters().stream()
        .filter(each -> each.name().equals("number"))
        .forEach(each -> line.set("number", values.of("number", each.schema())));
    return line;
  }

  private void whose(ObjectNode line) {
    if (random.nextInt(8) == 0)
      line.put("system", values.plain("system", NONE))
          .put("localReference", values.plain("localReference", NONE));
    else line.put("referralId", values.plain("referralId", NONE));
  }

  private Operation operation(String path) {
    return operations.stream()
        .filter(each -> each.path().equals(path) && each.method().equals("POST"))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("no operation " + path));
  }
}
