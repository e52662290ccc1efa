package baton.allocation.feed;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Ends an answer whatever still waits to be sent of it. */
final class FeedCut {
  private FeedCut() {}

  /** By HTTP/1 the connection carries nothing else; by HTTP/2 it may, and goes on. */
  static void of(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) request.response().reset();
    else request.connection().close();
  }
}
