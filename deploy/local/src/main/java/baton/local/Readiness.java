package baton.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** Asks services whether they are ready ({@code /q/health/ready}). */
final class Readiness {
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

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
        waiting.removeIf(service -> isReady(http, service.port()));
        if (waiting.isEmpty()) {
          return;
        }
        for (var each = waiting.listIterator(); each.hasNext(); ) {
          var service = each.next();
          if (!service.process().isAlive()) {
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
      return isReady(http, port);
    }
  }

  private static boolean isReady(HttpClient http, int port) {
    var question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(ANSWER_MAX)
            .build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }
}
