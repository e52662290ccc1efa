package baton.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What the answers told, by the name of the field: ids to ask for, and words that a refusal said it
 * would have taken. Few of each, so that several requests meet on the same thing.
 */
final class Memory {
  private static final int KEPT = 40;
  private static final Pattern ALLOWED = Pattern.compile("none of (.*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_0-9-]+");

  private final Map<String, List<String>> values = new ConcurrentHashMap<>();

  void know(String name, String... more) {
    for (String each : more) remember(name, each);
  }

  /** One of those of that name, or null if there is none. */
  String any(String name, RandomGenerator random) {
    var known = values.get(name);
    if (known == null) return null;
    synchronized (known) {
      return known.get(random.nextInt(known.size()));
    }
  }

  /**
   * @param subject the first word of the path that was asked
   */
  void learn(String subject, JsonNode answer) {
    if (answer.path("violations").isArray()) answer.path("violations").forEach(this::words);
    learn(subject, null, answer);
  }

  private void learn(String subject, String name, JsonNode node) {
    if (node.isObject())
      node.properties().forEach(each -> learn(subject, each.getKey(), each.getValue()));
    else if (node.isArray()) node.forEach(each -> learn(subject, name, each));
    else if (name != null && (node.isTextual() || node.isIntegralNumber()))
      remember(nameOf(subject, name), node.asText());
  }

  private static String nameOf(String subject, String name) {
    return switch (name) {
      case "id" -> subject;
      case "sweepId" -> "sweeps";
      case "referral" -> "referralId";
      case "assessor", "officer", "offeredTo", "supervisor", "deputy" -> "person";
      case "next" -> "after";
      default -> name;
    };
  }

  private void words(JsonNode violation) {
    var pointer = violation.path("pointer").asText();
    var allowed = ALLOWED.matcher(violation.path("detail").asText());
    if (!allowed.find()) return;
    var word = WORD.matcher(allowed.group(1));
    while (word.find()) remember(pointer.substring(pointer.lastIndexOf('/') + 1), word.group());
  }

  private void remember(String name, String value) {
    if (value.isEmpty()) return;
    var known = values.computeIfAbsent(name, _ -> new ArrayList<>());
    synchronized (known) {
      if (known.contains(value)) return;
      if (known.size() < KEPT) known.add(value);
      else known.set(Math.floorMod(value.hashCode(), KEPT), value);
    }
  }
}
