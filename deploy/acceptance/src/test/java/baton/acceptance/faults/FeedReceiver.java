package baton.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server of a force that is not well: every seventh request it forgets with a 500. */
final class FeedReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNWELL = 7;

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
  private final List<String> unnamed = new CopyOnWriteArrayList<>();

  /**
   * @param sent its {@code webhook-timestamp}, in seconds
   */
  private record Arrived(long sent, JsonNode document) {}

  FeedReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/baton");
  }

  /**
   * Every document that came, in the order in which they were sent: what was on its way when its
   * sender froze comes late, and nobody can call it back.
   */
  List<JsonNode> arrived() {
    return arrived.stream()
        .sorted(Comparator.comparingLong(Arrived::sent))
        .map(Arrived::document)
        .toList();
  }

  /** Those that were answered with 204. */
  List<JsonNode> taken() {
    return List.copyOf(taken);
  }

  /** Documents whose {@code webhook-id} was not their own id. */
  List<String> unnamed() {
    return List.copyOf(unnamed);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var document = JSON.readTree(exchange.getRequestBody().readAllBytes());
      long sent = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
      arrived.add(new Arrived(sent, document));
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      if (!document.path("id").asText().equals(id)) unnamed.add(id + " for " + document);
      boolean well = requests.incrementAndGet() % UNWELL != 0;
      if (well) taken.add(document);
      exchange.sendResponseHeaders(well ? 204 : 500, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
