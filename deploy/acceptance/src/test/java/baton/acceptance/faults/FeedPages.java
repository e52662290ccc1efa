package baton.acceptance.faults;

import baton.local.Home;
import baton.local.Instance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A force's system that reads the feed page by page, at whichever instance answers, and remembers
 * only where it is.
 */
final class FeedPages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LIMIT = 7;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Home home;
  private final List<Instance> instances;
  private final String token;
  private final List<JsonNode> read = new CopyOnWriteArrayList<>();
  private final Thread reading = Thread.ofVirtual().unstarted(this::follow);
  private volatile boolean stopped;

  FeedPages(Home home, List<Instance> instances, String token) {
    this.home = home;
    this.instances = instances;
    this.token = token;
  }

  FeedPages start() {
    reading.start();
    return this;
  }

  /** What it was given, in order. */
  List<JsonNode> read() {
    return List.copyOf(read);
  }

  /** The place of the last entry that it has, 0 at first. */
  long reached() {
    return read.isEmpty() ? 0 : read.getLast().path("feedposition").asLong();
  }

  private void follow() {
    for (int turn = 0; !stopped; turn++) {
      List<JsonNode> page = page(instances.get(turn % instances.size()));
      read.addAll(page);
      if (page.isEmpty()) LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Empty where there is nothing, or nobody. */
  private List<JsonNode> page(Instance instance) {
    var uri =
        URI.create(
            "http://127.0.0.1:%d/disseminations?after=%d&limit=%d"
                .formatted(home.port(instance), reached(), LIMIT));
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) return List.of();
      return JSON.readTree(answer.body()).path("items").valueStream().toList();
    } catch (IOException unheard) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    reading.join();
  }
}
