package baton.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.ServiceName;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;

/**
 * A request and how it must be refused.
 *
 * @param code last segment of the problem's type; null where any will do
 */
record BadRequest(Sent sent, String name, int status, String code) {
  private static final String TYPES = "https://baton.example/problems/";

  /**
   * What goes over the wire.
   *
   * @param token null for none
   * @param type null for no {@code Content-Type}
   */
  record Sent(
      ServiceName service,
      String method,
      String path,
      String token,
      String type,
      BodyPublisher body) {
    Sent(ServiceName service, String method, String path, String token) {
      this(service, method, path, token, null, BodyPublishers.noBody());
    }

    static Sent get(ServiceName service, String path) {
      return new Sent(service, "GET", path, null);
    }

    Sent with(String otherToken) {
      return new Sent(service, method, path, otherToken, type, body);
    }

    Sent body(String json) {
      var content = BodyPublishers.ofString(json);
      return new Sent(service, method, path, token, "application/json", content);
    }

    Sent as(String otherType) {
      return new Sent(service, method, path, token, otherType, body);
    }

    Sent ndjson() {
      return as("application/x-ndjson");
    }

    /** A body of spaces. */
    Sent of(int bytes) {
      var spaces = new byte[bytes];
      Arrays.fill(spaces, (byte) ' ');
      return new Sent(service, method, path, token, type, BodyPublishers.ofByteArray(spaces));
    }

    BadRequest gives(String name, int status, String code) {
      return new BadRequest(this, name, status, code);
    }
  }

  void assertRefused(Http http) {
    var answer =
        http.send(
            sent.service(), sent.method(), sent.path(), sent.token(), sent.type(), sent.body());
    var text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(text).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("no content type"))
        .startsWith("application/problem+json");
    var problem = Http.json(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).as("a stable type").startsWith(TYPES);
    if (code != null) assertThat(problem.path("type").asText()).isEqualTo(TYPES + code);
    assertThat(problem.path("title").asText()).as("what it is").isNotBlank();
    if (code != null) assertThat(problem.path("detail").asText()).as("what to do").isNotBlank();
  }

  @Override
  public String toString() {
    return "%s: %s %s".formatted(sent.service().slug(), sent.method(), name);
  }
}
