package baton.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.Home;
import baton.local.Instance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A force's system that follows the feed as an event stream, at whichever instance answers, and
 * resumes behind the last event that it has.
 */
final class FeedFollower implements AutoCloseable {
  /** A heartbeat comes every 15 seconds. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final List<Instance> instances;
  private final String token;
  private final List<JsonNode> came = new CopyOnWriteArrayList<>();
  private final Thread following = Thread.ofVirtual().unstarted(this::follow);
  private volatile String last = "0";
  private volatile int streams;
  private volatile boolean stopped;
  private volatile HttpURLConnection open;

  FeedFollower(Home home, List<Instance> instances, String token) {
    this.home = home;
    this.instances = instances;
    this.token = token;
  }

  FeedFollower start() {
    following.start();
    return this;
  }

  /** What it was given, in order. */
  List<JsonNode> came() {
    return List.copyOf(came);
  }

  /** How many streams brought it something. */
  int streams() {
    return streams;
  }

  private void follow() {
    for (int turn = 0; !stopped; turn++) {
      int before = came.size();
      try {
        stream(instances.get(turn % instances.size()));
      } catch (IOException broken) {
        // The next one goes on behind what it has.
      }
      if (came.size() > before) streams++;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void stream(Instance instance) throws IOException {
    var uri = URI.create("http://127.0.0.1:%d/disseminations".formatted(home.port(instance)));
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) CONNECT_MAX.toMillis());
    connection.setReadTimeout((int) SILENCE_MAX.toMillis());
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Accept", "text/event-stream");
    connection.setRequestProperty("Last-Event-ID", last);
    open = connection;
    try (var lines =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      String id = null;
      String data = null;
      for (String line; !stopped && (line = lines.readLine()) != null; ) {
        if (line.startsWith("id:")) id = line.substring(3).strip();
        if (line.startsWith("data:")) data = line.substring(5).strip();
        // An event is whole with the empty line behind it.
        if (line.isEmpty() && data != null) {
          came.add(JSON.readTree(data));
          last = id;
          data = null;
        }
      }
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    HttpURLConnection reading = open;
    if (reading != null) reading.disconnect();
    following.join();
  }
}
