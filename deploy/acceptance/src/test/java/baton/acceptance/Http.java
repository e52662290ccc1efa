package baton.acceptance;

import baton.local.client.ServiceName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests as no well-behaved client would send them. */
record Http(HttpClient client, int portBase) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  static Http to(Installation baton) {
    return new Http(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        baton.home().portBase());
  }

  /**
   * @param token null for none
   * @param type null for no {@code Content-Type}
   */
  HttpResponse<byte[]> send(
      ServiceName service,
      String method,
      String path,
      String token,
      String type,
      BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + (portBase + service.portOffset()) + path))
            .timeout(PATIENCE)
            .method(method, body);
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (type != null) request.header("Content-Type", type);
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " was not answered: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + answer, e);
    }
  }
}
