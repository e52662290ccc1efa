package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.acceptance.fuzz.Operation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests of one service: valid ones, others with one thing wrong, and hostile ones. */
final class Generator {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES_MAX = 12;

  private final List<Operation> operations;
  private final People people;
  private final Memory memory;
  private final RandomGenerator random;
  private final Values values;
  private final Mutation mutation;
  private final ObjectNode referral;
  private final String prefix;
  private int references;

  /**
   * @param referral a rich one, to begin from
   * @param prefix of the references of this generator's own
   */
  Generator(
      List<Operation> operations,
      People people,
      Memory memory,
      RandomGenerator random,
      Instant now,
      ObjectNode referral,
      String prefix) {
    this.operations = operations;
    this.people = people;
    this.memory = memory;
    this.random = random;
    this.values = new Values(memory, random, now);
    this.mutation = new Mutation(random);
    this.referral = referral;
    this.prefix = prefix;
  }

  Request next() {
    Operation operation = operations.get(random.nextInt(operations.size()));
    int mood = random.nextInt(20);
    var request = request(operation, mood >= 12 && mood < 17);
    if (mood >= 17) new Tricks(random).playOn(request);
    return request;
  }

  private Request request(Operation operation, boolean nearly) {
    boolean inBody = operation.type() != null && random.nextInt(4) > 0;
    var request =
        new Request(operation, people.any(operation, random), target(operation, nearly && !inBody));
    request.headers.add("Authorization: Bearer " + people.token(request.who));
    if (request.who.role().equals("force-system"))
      request.headers.add("Baton-On-Behalf-Of: p-46-1" + random.nextInt(1, 3));
    for (Parameter each : operation.parameters())
      if (each.in().equals("header") && random.nextInt(3) == 0)
        request.headers.add(each.name() + ": key-" + random.nextInt(50));
    if (operation.type() != null) {
      request.headers.add("Content-Type: " + operation.type());
      request.body = body(operation, nearly && inBody);
      request.chunked = random.nextInt(6) == 0;
    }
    return request;
  }

  private String target(Operation operation, boolean nearly) {
    String path = operation.path();
    var query = new ArrayList<String>();
    for (Parameter each : operation.parameters()) {
      String name = each.name().equals("id") ? operation.subject() : each.name();
      String value =
          nearly && random.nextBoolean() ? Hostile.text(random) : values.plain(name, each.schema());
      if (value.length() > 1_000) value = value.substring(0, 1_000);
      if (each.in().equals("path")) path = path.replace("{" + each.name() + "}", encoded(value));
      else if (each.in().equals("query") && (each.required() || random.nextInt(3) == 0))
        query.add(each.name() + "=" + encoded(value));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private byte[] body(Operation operation, boolean nearly) {
    return switch (operation.path()) {
      case "/referrals" -> json(spoilt(newReferral(), nearly));
      case "/batches" -> lines(nearly);
      default -> json(spoilt(values.of("", operation.body()), nearly));
    };
  }

  private JsonNode spoilt(JsonNode body, boolean nearly) {
    return nearly ? mutation.of(body) : body;
  }

  private ObjectNode newReferral() {
    var copy = referral.deepCopy();
    var names = new ArrayList<String>();
    copy.fieldNames().forEachRemaining(names::add);
    for (String name : names) if (random.nextInt(3) == 0) copy.remove(name);
    String known = random.nextInt(6) == 0 ? memory.any("reference", random) : null;
    copy.put("reference", known == null ? prefix + ++references : known);
    copy.put("type", "OTHER");
    if (random.nextInt(5) == 0) copy.put("urgentBecause", "synthetic");
    return copy;
  }

  private byte[] lines(boolean nearly) {
    var lines = new StringBuilder();
    for (int n = random.nextInt(LINES_MAX); n > 0; n--)
      lines
          .append(new String(json(spoilt(newReferral(), nearly && random.nextInt(3) == 0)), UTF_8))
          .append(random.nextInt(20) == 0 ? "\r\n\n" : "\n");
    return lines.toString().getBytes(UTF_8);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  private static byte[] json(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
