package baton.platform.limits;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a sender still writes of a body that was answered unread. It is thrown away, since whoever
 * writes does not see the answer before the last byte is taken; but not without end.
 */
final class Leftover implements Handler<Buffer> {
  private static final long TAKEN_MAX = 64L * 1024 * 1024;

  private final HttpServerRequest request;
  private long taken;

  private Leftover(HttpServerRequest request) {
    this.request = request;
  }

  static void discard(HttpServerRequest request) {
    synchronized (request.connection()) {
      if (!request.isEnded()) request.handler(new Leftover(request)).resume();
    }
  }

  @Override
  public void handle(Buffer waste) {
    taken += waste.length();
    if (taken > TAKEN_MAX) request.connection().close();
  }
}
