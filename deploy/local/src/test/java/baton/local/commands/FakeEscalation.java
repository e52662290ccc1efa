package baton.local.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as escalation-service would, with what a test says, and keeps what it was asked. */
final class FakeEscalation implements AutoCloseable {
  record Reply(int status, String type, String body) {
    static Reply json(String body) {
      return new Reply(200, "application/json", body);
    }

    static Reply problem(int status, String detail) {
      return new Reply(status, "application/problem+json", "{\"detail\":\"%s\"}".formatted(detail));
    }
  }

  private final HttpServer server;
  private final Map<String, Function<HttpExchange, Reply>> replies = new LinkedHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();

  FakeEscalation() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param request such as {@code GET /custody/1?by=recorded}; its beginning is enough, the longest
   *     one counts
   */
  FakeEscalation on(String request, Function<HttpExchange, Reply> reply) {
    replies.put(request, reply);
    return this;
  }

  FakeEscalation on(String request, Reply reply) {
    return on(request, exchange -> reply);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(request);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Reply reply =
        replies.entrySet().stream()
            .filter(each -> request.startsWith(each.getKey()))
            .max((a, b) -> a.getKey().length() - b.getKey().length())
            .map(each -> each.getValue().apply(exchange))
            .orElse(Reply.problem(404, "not here"));
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
