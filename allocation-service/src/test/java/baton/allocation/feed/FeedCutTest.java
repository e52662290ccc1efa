package baton.allocation.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who takes nothing is cut, and nobody else on the same connection. */
class FeedCutTest {
  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<HttpServerRequest> stream = new CompletableFuture<>();

  @AfterEach
  void stop() throws Exception {
    get(vertx.close());
  }

  @Test
  void by_http_2_the_other_answers_of_the_connection_go_on() throws Exception {
    int port =
        get(vertx.createHttpServer().requestHandler(this::answer).listen(0, "localhost"))
            .actualPort();
    var options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2ClearTextUpgrade(false)
            .setHttp2MaxPoolSize(1);
    var client = vertx.createHttpClient(options);
    HttpClientRequest followed = get(client.request(HttpMethod.GET, port, "localhost", "/stream"));
    var ended = new CompletableFuture<Throwable>();
    followed.exceptionHandler(ended::complete);
    var answer = get(followed.send());
    answer.exceptionHandler(ended::complete);
    HttpClientRequest other = get(client.request(HttpMethod.GET, port, "localhost", "/other"));
    assertThat(other.connection()).isSameAs(followed.connection());

    FeedCut.of(stream.get(20, SECONDS));

    assertThat(ended.get(20, SECONDS)).isNotNull();
    // Asked for where the answer comes in: a body that nobody waits for is lost.
    assertThat(get(other.send().compose(HttpClientResponse::body)).toString()).isEqualTo("there");
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/other")) {
      request.response().end("there");
      return;
    }
    request.response().setChunked(true).write(": begins");
    stream.complete(request);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
  }
}
