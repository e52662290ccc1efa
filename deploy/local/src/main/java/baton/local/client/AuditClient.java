package baton.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks one escalation-service. What it refuses, and that nobody answers, is a {@link Trouble} that
 * says so in the service's own words.
 */
public final class AuditClient implements AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
  private static final String EVENT = "data:";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI service;
  private final String token;

  /**
   * @param service such as {@code http://127.0.0.1:8084}
   */
  public AuditClient(URI service, String token) {
    this.service = service;
    this.token = token;
  }

  public JsonNode get(String path) {
    return tree(send(request(path).GET(), BodyHandlers.ofInputStream()));
  }

  public JsonNode post(String path, Object body) {
    try {
      var bytes = json.writeValueAsBytes(body);
      return tree(
          send(
              request(path)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(bytes)),
              BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  public void delete(String path) {
    send(request(path).DELETE(), BodyHandlers.ofInputStream());
  }

  /** A long answer as it comes; whoever takes it closes it. */
  public InputStream stream(String path) {
    return send(request(path).GET(), BodyHandlers.ofInputStream()).body();
  }

  /** What a service tells as it goes on, until it has no more to tell. */
  public void follow(String path, Consumer<JsonNode> each) {
    var request = request(path).header("Accept", "text/event-stream").GET();
    try (var lines = stream(request)) {
      var reader = new BufferedReader(new InputStreamReader(lines, UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine())
        if (line.startsWith(EVENT)) each.accept(json.readTree(line.substring(EVENT.length())));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private InputStream stream(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofInputStream()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(ANSWER_MAX)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<InputStream> send(
      HttpRequest.Builder request, BodyHandler<InputStream> handler) {
    try {
      var answer = http.send(request.build(), handler);
      if (answer.statusCode() / 100 != 2) throw refused(answer);
      return answer;
    } catch (ConnectException e) {
      throw Trouble.unasked(
          "Baton is not up: nothing answers at " + service + "; start it with: baton up", e);
    } catch (IOException e) {
      throw broken(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.unasked("interrupted", e);
    }
  }

  private Trouble refused(HttpResponse<InputStream> answer) throws IOException {
    try (var body = answer.body()) {
      return Trouble.unasked("refused with " + answer.statusCode() + ": " + detail(body));
    }
  }

  private String detail(InputStream body) {
    try {
      var problem = json.readTree(body);
      return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    } catch (IOException notJson) {
      return "no reason given";
    }
  }

  private JsonNode tree(HttpResponse<InputStream> answer) {
    try (var body = answer.body()) {
      return json.readTree(body);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private Trouble broken(IOException e) {
    return Trouble.unasked("the connection to " + service + " broke: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    http.close();
  }
}
