package baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what one schema lets through, a reader of an earlier one still understands: within a
 * version fields are added, and nothing else changes.
 */
final class SchemaGrowth {
  private SchemaGrowth() {}

  /** What is broken, one sentence each; empty where only something was added. */
  static List<String> broken(JsonNode before, JsonNode now) {
    var broken = new ArrayList<String>();
    compare("", before, now, broken);
    return broken;
  }

  private static void compare(String at, JsonNode before, JsonNode now, List<String> broken) {
    for (String same : new String[] {"type", "enum", "pattern", "format"})
      if (!before.path(same).equals(now.path(same)))
        broken.add(
            "%s has another %s: %s, and had %s"
                .formatted(named(at), same, now.path(same), before.path(same)));
    Set<String> required = words(now.path("required"));
    for (String name : words(before.path("required")))
      if (!required.contains(name)) broken.add(named(at + "/" + name) + " is required no more");
    before
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode kept = now.path("properties").path(field.getKey());
              String place = at + "/" + field.getKey();
              if (kept.isMissingNode()) broken.add(named(place) + " is gone");
              else compare(place, field.getValue(), kept, broken);
            });
    if (before.has("items")) compare(at + "/*", before.get("items"), now.path("items"), broken);
  }

  private static String named(String at) {
    return at.isEmpty() ? "the whole" : at;
  }

  private static Set<String> words(JsonNode list) {
    var words = new HashSet<String>();
    list.forEach(each -> words.add(each.asText()));
    return words;
  }
}
