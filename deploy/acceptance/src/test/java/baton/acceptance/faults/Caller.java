package baton.acceptance.faults;

import baton.local.Home;
import baton.local.Instance;
import baton.local.client.ServiceName;
import baton.local.client.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Sends a request until it is answered for good, as a careful client does: again after a broken
 * connection, a time-out or a 503, with the same {@code Idempotency-Key}, at the next instance.
 */
final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Home home;
  private final List<Instance> instances;
  private final Function<Who, String> tokens;
  private final Promises promises;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong requests = new AtomicLong();

  Caller(Home home, List<Instance> instances, Function<Who, String> tokens, Promises promises) {
    this.promises = promises;
    this.home = home;
    this.instances = instances;
    this.tokens = tokens;
  }

  /** What it came to. */
  record Outcome(int status, JsonNode body) {
    boolean done() {
      return status >= 200 && status < 300;
    }
  }

  long requests() {
    return requests.get();
  }

  /**
   * @param key null for no {@code Idempotency-Key}
   * @param end by {@link System#nanoTime()}, asked again before every attempt
   * @return null when it came before an answer
   */
  Outcome post(
      ServiceName service, Who who, String path, String key, Object body, LongSupplier end) {
    while (System.nanoTime() < end.getAsLong()) {
      try {
        var answer = http.send(request(service, who, path, key, body), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 500 && answer.statusCode() != 503)
          promises.accident(
              path + " gave " + answer.statusCode() + " " + new String(answer.body()));
        if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isEmpty())
          promises.accident(path + " gave 503 without Retry-After " + new String(answer.body()));
        if (!again(answer)) return new Outcome(answer.statusCode(), tree(answer.body()));
      } catch (IOException unheard) {
        // Whether it was done, the next attempt will tell.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    promises.accident(path + " was not answered until the end, key " + key);
    return null;
  }

  private static boolean again(HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    return status >= 500
        || status == 429
        || status == 404 && answer.headers().firstValue("Retry-After").isPresent();
  }

  private HttpRequest request(ServiceName service, Who who, String path, String key, Object body) {
    requests.incrementAndGet();
    var own = instances.stream().filter(each -> each.service() == service).toList();
    var instance = own.get(Math.floorMod(turn.getAndIncrement(), own.size()));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + home.port(instance) + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.apply(who))
            .header("Content-Type", "application/json");
    if (key != null) request.header("Idempotency-Key", key);
    try {
      return request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }
}
