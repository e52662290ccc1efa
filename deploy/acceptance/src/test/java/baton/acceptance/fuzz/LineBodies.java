package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Bodies of one object a line: mostly such that the service takes some of it. */
record LineBodies(RandomGenerator random, Mutation mutation) {
  private static final int LINES_MAX = 12;

  /**
   * @param nearly some of the lines have one thing wrong, or are no JSON at all
   */
  byte[] of(Supplier<? extends JsonNode> line, boolean nearly) {
    var lines = new StringBuilder();
    for (int n = random.nextInt(LINES_MAX); n > 0; n--)
      lines
          .append(nearly && random.nextInt(3) == 0 ? wrong(line.get()) : line.get().toString())
          .append(random.nextInt(20) == 0 ? "\r\n\n" : "\n");
    return lines.toString().getBytes(UTF_8);
  }

  private String wrong(JsonNode line) {
    return switch (random.nextInt(6)) {
      case 0 -> line.toString().substring(random.nextInt(line.toString().length()));
      case 1 -> new String(Hostile.body(random), UTF_8);
      default -> mutation.of(line).toString();
    };
  }
}
