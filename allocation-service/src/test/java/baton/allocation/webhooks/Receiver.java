package baton.allocation.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A web server of a force, that answers as it is told. */
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** In place of a status: it answers nothing until it is closed. */
  static final int NOTHING = 0;

  /** In place of a status: it answers 200 once it is told to, which is too late; to others 503. */
  static final int LATE = 1;

  private final HttpServer server;
  private final List<Got> all = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch late = new CountDownLatch(1);
  private volatile int answer = 200;
  private volatile Map<String, String> headers = Map.of();

  /** One request as it came, the names of its headers in small letters. */
  public record Got(Map<String, List<String>> headers, String body, int answered) {
    public String id() {
      return headers.get("webhook-id").getFirst();
    }

    public JsonNode document() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    long position() {
      return document().path("feedposition").asLong();
    }
  }

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  Receiver answers(int status) {
    return answers(status, Map.of());
  }

  Receiver answers(int status, Map<String, String> with) {
    headers = with;
    answer = status;
    return this;
  }

  /** Those that were to be answered late are answered now. */
  void answerLate() {
    late.countDown();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/baton?key=1");
  }

  List<Got> all() {
    return all;
  }

  /** What it took. */
  public List<Got> taken() {
    return all.stream().filter(got -> got.answered() / 100 == 2).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      int status = answer;
      if (status == LATE) answer = 503;
      var got = new HashMap<String, List<String>>();
      exchange.getRequestHeaders().forEach((name, value) -> got.put(name.toLowerCase(ROOT), value));
      all.add(new Got(Map.copyOf(got), body, status));
      if (status == NOTHING) {
        closed.await();
        return;
      }
      if (status == LATE) late.await();
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status == LATE ? 200 : status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    late.countDown();
    server.stop(0);
  }
}
