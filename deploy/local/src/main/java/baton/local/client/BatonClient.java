package baton.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Speaks REST with the four services, each request with a token of whoever it is from. Nothing else
 * is known of them.
 */
public final class BatonClient {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int UNREAD_RETRIES = 50;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json;
  private final int portBase;
  private final Function<Who, String> mint;
  private final Map<Who, String> tokens = new ConcurrentHashMap<>();

  /**
   * @param mint makes a token; it is kept for the life of this client, which must be shorter than
   *     the token's
   */
  public BatonClient(int portBase, ObjectMapper json, Function<Who, String> mint) {
    this.portBase = portBase;
    this.json = json;
    this.mint = mint;
  }

  public Answer get(ServiceName service, Who who, String path) {
    return send(service, who, path, "application/json", request -> request.GET());
  }

  public Answer post(ServiceName service, Who who, String path, Object body) {
    return send(service, who, path, "application/json", request -> request.POST(jsonOf(body)));
  }

  public Answer put(ServiceName service, Who who, String path, Object body) {
    return send(service, who, path, "application/json", request -> request.PUT(jsonOf(body)));
  }

  public Answer delete(ServiceName service, Who who, String path) {
    return send(service, who, path, "application/json", HttpRequest.Builder::DELETE);
  }

  /** {@code POST /batches}, line by line. */
  public Answer postLines(ServiceName service, Who who, String path, Iterable<String> lines) {
    byte[] body = String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return send(
        service,
        who,
        path,
        "application/x-ndjson",
        request -> request.POST(BodyPublishers.ofByteArray(body)));
  }

  /** A streamed NDJSON answer; close the stream. */
  public Stream<String> lines(ServiceName service, Who who, String path) {
    try {
      var response =
          http.send(
              request(service, who, path, "application/json").GET().build(),
              BodyHandlers.ofLines());
      if (response.statusCode() != 200)
        throw new Answer.UnexpectedAnswer("GET " + path + " gave " + response.statusCode());
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private BodyPublisher jsonOf(Object body) {
    try {
      return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A 404 with Retry-After says that the service has not read the referral yet: asked again, as the
   * contract tells a client to.
   */
  private Answer send(
      ServiceName service,
      Who who,
      String path,
      String type,
      Function<HttpRequest.Builder, HttpRequest.Builder> method) {
    try {
      for (int attempt = 0; ; attempt++) {
        var request = method.apply(request(service, who, path, type)).build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        boolean unread =
            response.statusCode() == 404
                && response.headers().firstValue("Retry-After").isPresent();
        if (!unread || attempt == UNREAD_RETRIES) {
          return new Answer(
              request.method() + " " + request.uri(), response.statusCode(), tree(response.body()));
        }
        Thread.sleep(100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(service.slug() + "-service: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(ServiceName service, Who who, String path, String type) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + (portBase + service.portOffset()) + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(who, mint))
        .header("Content-Type", type);
  }

  private JsonNode tree(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
