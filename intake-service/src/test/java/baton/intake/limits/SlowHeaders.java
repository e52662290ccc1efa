package baton.intake.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections whose headers never end, and come a letter at a time. */
final class SlowHeaders implements AutoCloseable {
  private static final int EVERY_MILLIS = 200;

  private final List<RawHttp> connections = new ArrayList<>();
  private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();

  SlowHeaders(URI server, int count) throws IOException {
    for (int n = 0; n < count; n++) connections.add(new RawHttp(server));
    for (var each : connections) trickle(each, "GET /referrals HTTP/1.1\r\nHost: localhost\r\nX:");
    ticking.scheduleAtFixedRate(
        () -> connections.forEach(each -> trickle(each, "x")),
        EVERY_MILLIS,
        EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private static void trickle(RawHttp connection, String letters) {
    try {
      connection.send(letters);
    } catch (UncheckedIOException closedByTheServer) {
      // Whoever looks finds out.
    }
  }

  /** How many of those that came last the server has closed. */
  long closedOfTheLast(int count) {
    return connections.reversed().stream().limit(count).filter(RawHttp::isClosedAtOnce).count();
  }

  @Override
  public void close() throws IOException {
    ticking.shutdownNow();
    for (var each : connections) each.close();
  }
}
