package baton.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.acceptance.fuzz.Cast.Ready;
import baton.acceptance.fuzz.Operation.Parameter;
import baton.local.client.Who;
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

  private final List<Operation> operations;
  private final People people;
  private final RandomGenerator random;
  private final Values values;
  private final Cast cast;
  private final Bodies bodies;
  private final Mutation mutation;
  private final NewReferrals referrals;
  private final CommandLines commands;
  private final LineBodies lines;

  /**
   * @param cast those that wait for what they are asked
   * @param referral a rich one, to begin from
   * @param prefix of the references of this generator's own
   */
  Generator(
      List<Operation> operations,
      People people,
      Memory memory,
      Cast cast,
      RandomGenerator random,
      Instant now,
      ObjectNode referral,
      String prefix) {
    this.operations = operations;
    this.people = people;
    this.cast = cast;
    this.random = random;
    this.bodies = new Bodies(random, now);
    this.values = new Values(memory, random, now);
    this.mutation = new Mutation(random);
    this.referrals = new NewReferrals(referral, memory, random, now, prefix);
    this.commands = new CommandLines(operations, values, random);
    this.lines = new LineBodies(random, mutation);
  }

  /** Those that wait come first: what chance does to their people would end their stories. */
  Request next() {
    Operation operation = operations.stream().filter(cast::awaits).findFirst().orElseGet(this::any);
    int mood = random.nextInt(20);
    var request = request(operation, mood >= 12 && mood < 17);
    if (mood >= 17) new Tricks(random).playOn(request);
    return request;
  }

  private Operation any() {
    Operation operation = operations.get(random.nextInt(operations.size()));
    return Costly.is(operation) && random.nextInt(Costly.ONE_IN) > 0 ? any() : operation;
  }

  private Request request(Operation operation, boolean nearly) {
    Ready ready = cast.take(operation);
    Who who = ready == null ? people.any(operation, random) : ready.who();
    boolean inBody = operation.type() != null && random.nextInt(4) > 0;
    String target =
        ready == null
            ? target(operation, who, nearly && !inBody)
            : operation
                .path()
                .replace("{referralId}", ready.referral())
                .replace("{number}", Integer.toString(ready.number()));
    var request = new Request(operation, who, target);
    request.headers.add("Authorization: Bearer " + people.token(who));
    if (who.role().equals("force-system"))
      request.headers.add("Baton-On-Behalf-Of: p-46-1" + random.nextInt(1, 3));
    for (Parameter each : operation.parameters())
      if (ready == null && each.in().equals("header") && random.nextInt(3) == 0)
        request.headers.add(each.name() + ": key-" + random.nextInt(50));
    if (operation.type() != null) {
      request.headers.add("Content-Type: " + operation.type());
      request.body = body(operation, who, ready, target, nearly && inBody);
      request.chunked = random.nextInt(6) == 0;
    }
    return request;
  }

  private String target(Operation operation, Who who, boolean nearly) {
    String path = operation.path();
    var query = new ArrayList<String>();
    for (Parameter each : operation.parameters()) {
      String value =
          nearly && random.nextBoolean() ? Hostile.text(random) : fit(operation, who, each);
      if (value.length() > 1_000) value = value.substring(0, 1_000);
      if (each.in().equals("path")) path = path.replace("{" + each.name() + "}", encoded(value));
      else if (each.in().equals("query") && (each.required() || random.nextInt(3) == 0))
        query.add(each.name() + "=" + encoded(value));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private String fit(Operation operation, Who who, Parameter parameter) {
    if (parameter.name().equals("organisation") && random.nextBoolean()) return who.organisation();
    String name = parameter.name().equals("id") ? operation.subject() : parameter.name();
    return values.plain(name, parameter.schema());
  }

  private byte[] body(Operation operation, Who who, Ready ready, String target, boolean nearly) {
    return switch (operation.path()) {
      case "/referrals" -> json(spoilt(referrals.next(), nearly));
      case "/referrals/own" -> json(spoilt(referrals.own(who.organisation()), nearly));
      case "/batches" -> lines.of(referrals::next, nearly);
      case "/back-records" -> lines.of(() -> referrals.backRecord(who.organisation()), nearly);
      case "/commands" -> lines.of(() -> commands.next(who.organisation()), nearly);
      default -> json(spoilt(filled(operation, who, ready, target), nearly));
    };
  }

  private JsonNode filled(Operation operation, Who who, Ready ready, String target) {
    if (ready != null && ready.body() != null) return JSON.valueToTree(ready.body());
    boolean meant = ready != null || random.nextBoolean();
    var known = meant ? bodies.of(operation, who, target) : null;
    return known == null ? values.of("", operation.body()) : known;
  }

  private JsonNode spoilt(JsonNode body, boolean nearly) {
    return nearly ? mutation.of(body) : body;
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
