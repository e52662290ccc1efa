package baton.local;

import baton.parts.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Asks services whether they are ready ({@code /q/health/ready}). */
final class Readiness {
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  /** How readiness names what no waiting mends; its sentences hold no quotes. */
  private static final Pattern REFUSES = Pattern.compile("\"refuses\"\\s*:\\s*\"([^\"]*)\"");

  private Readiness() {}

  /** What to do about a service that ended while it was waited for. */
  interface Successor {
    RunningService of(RunningService ended) throws IOException;
  }

  /** Returns when all are ready. */
  static void await(Collection<RunningService> services, Successor successor) throws IOException {
    var deadline = System.nanoTime() + READY_MAX.toNanos();
    var waiting = new ArrayList<>(services);
    try (var http = HttpClient.newHttpClient()) {
      while (true) {
        waiting.removeIf(service -> isReady(http, service));
        if (waiting.isEmpty()) {
          return;
        }
        for (var each = waiting.listIterator(); each.hasNext(); ) {
          var service = each.next();
          if (!Processes.runs(service.process())) {
            each.set(successor.of(service));
          }
        }
        if (System.nanoTime() > deadline) {
          throw tooLate(waiting.getFirst());
        }
        LockSupport.parkNanos(ASK_AGAIN.toNanos());
      }
    }
  }

  private static Trouble tooLate(RunningService service) {
    return new Trouble(
        "%s runs but is not ready after %d minutes; see %s"
            .formatted(service.title(), READY_MAX.toMinutes(), service.log()));
  }

  static boolean isReady(int port) {
    try (var http = HttpClient.newHttpClient()) {
      return ask(http, port).map(answer -> answer.statusCode() == 200).orElse(false);
    }
  }

  /**
   * @throws Trouble if it says that it will not be, whatever time passes
   */
  private static boolean isReady(HttpClient http, RunningService service) {
    var answer = ask(http, service.port());
    if (answer.isEmpty()) {
      return false;
    }
    var refusal = REFUSES.matcher(answer.get().body());
    if (refusal.find()) {
      throw new Trouble(service.title() + ": " + refusal.group(1));
    }
    return answer.get().statusCode() == 200;
  }

  private static Optional<HttpResponse<String>> ask(HttpClient http, int port) {
    var question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(ANSWER_MAX)
            .build();
    try {
      return Optional.of(http.send(question, BodyHandlers.ofString()));
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }
}
