package baton.platform.limits;

import baton.platform.BatonConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOutboundBuffer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connections of those who take next to nothing of what they asked for. What waits for
 * them is kept in memory and holds up whoever writes it, and the server's own time-outs end only
 * what stands still altogether.
 */
@Singleton
class SlowReaders {
  private static final Logger LOG = LoggerFactory.getLogger(SlowReaders.class);
  private static final int LOOKS = 10;

  private final Map<HttpConnection, Reader> readers = new ConcurrentHashMap<>();
  private final Duration patience;
  private final MeterRegistry meters;

  SlowReaders(BatonConfig config, MeterRegistry meters, Vertx vertx) {
    this.patience = config.http().takenWithin();
    this.meters = meters;
    vertx.setPeriodic(patience.dividedBy(LOOKS).toMillis(), _ -> look());
  }

  /** From now on until all of its answer is taken. */
  void watch(RoutingContext call) {
    readers
        .computeIfAbsent(call.request().connection(), _ -> new Reader())
        .isAnswered(call.response());
  }

  private void look() {
    long now = System.nanoTime();
    readers.entrySet().removeIf(each -> isOver(each.getKey(), each.getValue(), now));
  }

  private boolean isOver(HttpConnection connection, Reader reader, long now) {
    ChannelOutboundBuffer out = ((ConnectionBase) connection).channel().unsafe().outboundBuffer();
    if (out == null) return true;
    long waiting = out.totalPendingWriteBytes();
    if (reader.isSlow(waiting, now)) {
      meters.counter("baton.http.refused", "problem", "answer-not-taken").increment();
      LOG.info("{} takes next to nothing of an answer: closed", connection.remoteAddress());
      connection.close();
      return true;
    }
    return waiting == 0 && reader.isDone();
  }

  /** Who takes the answers of one connection, of which one is written at a time. */
  private final class Reader {
    private final Taking taking = new Taking(patience.toNanos(), System.nanoTime());
    private HttpServerResponse answer;
    private long before;

    synchronized void isAnswered(HttpServerResponse next) {
      if (answer != null) before += answer.bytesWritten();
      answer = next;
    }

    synchronized boolean isSlow(long waiting, long now) {
      long written = before + (answer == null ? 0 : answer.bytesWritten());
      return taking.isSlow(written - waiting, waiting, now);
    }

    synchronized boolean isDone() {
      return answer != null && (answer.ended() || answer.closed());
    }
  }
}
