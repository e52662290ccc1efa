package baton.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/** Spoils one thing in a body, at any depth. */
record Mutation(RandomGenerator random) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode of(JsonNode body) {
    var copy = body.deepCopy();
    var places = new ArrayList<JsonNode>();
    places(copy, places);
    if (places.isEmpty()) return wrong();
    switch (places.get(random.nextInt(places.size()))) {
      case ObjectNode object -> spoil(object);
      case ArrayNode array -> spoil(array);
      default -> throw new IllegalStateException("only objects and arrays are places");
    }
    return copy;
  }

  private static void places(JsonNode node, ArrayList<JsonNode> places) {
    if (node.isContainerNode()) places.add(node);
    node.forEach(each -> places(each, places));
  }

  private void spoil(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) object.set(Hostile.text(random), wrong());
    else if (random.nextInt(4) == 0) object.remove(names.get(random.nextInt(names.size())));
    else object.set(names.get(random.nextInt(names.size())), wrong());
  }

  private void spoil(ArrayNode array) {
    if (array.isEmpty() || random.nextBoolean()) array.add(wrong());
    else if (random.nextInt(5) == 0)
      for (int n = 0; n < 3_000; n++) array.add(array.get(0).deepCopy());
    else array.set(random.nextInt(array.size()), wrong());
  }

  private JsonNode wrong() {
    return switch (random.nextInt(10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(Long.MAX_VALUE);
      case 3 -> JSON.numberNode(new BigDecimal("1e400"));
      case 4 -> JSON.booleanNode(true);
      case 5 -> JSON.arrayNode();
      case 6 -> JSON.objectNode();
      default -> JSON.textNode(Hostile.text(random));
    };
  }
}
