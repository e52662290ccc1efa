package baton.platform.limits;

import baton.platform.BatonConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in what the service has room for, before anything is done or kept for it. Whatever is slow
 * behind it, so many requests and so many bytes wait at most, and the others are told at once.
 */
@Singleton
public class Admission {

  private static final int BEFORE_AUTHENTICATION = 1_000;

  /** Must answer when nothing else does. */
  private static final String HEALTH = "/q/health";

  /** As it stands in a URI; whatever has it would fail where it comes to the database. */
  private static final String NUL = "%00";

  /** What has come in is answered before the service ends, if it takes no longer. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  /** A JSON body becomes up to twenty times its size while it is read and stored. */
  private static final long HEAP_SHARE = 32;

  private final Room room;
  private final BatonConfig.Http limits;
  private final MeterRegistry meters;
  private final SlowReaders readers;
  private volatile boolean stopping;

  Admission(BatonConfig config, MeterRegistry meters, SlowReaders readers) {
    this.readers = readers;
    this.limits = config.http();
    this.meters = meters;
    this.room = new Room(limits.atOnce(), Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    Gauge.builder("baton.http.inside", room, Room::calls)
        .description("Requests that are being answered")
        .register(meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, BEFORE_AUTHENTICATION);
  }

  /** What no route takes at all. A path that is no URI never comes here: the server refuses it. */
  void errors(@Observes Router router) {
    router.errorHandler(404, call -> refuse(call, EarlyRefusal.NOTHING_THERE));
  }

  /**
   * Before anything is stopped: nobody is let in any more, and who is in is answered. In place of
   * the framework's own filter, whose 503 has neither a {@code Retry-After} nor a body.
   */
  void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    stopping = true;
    room.awaitEmpty(LAST_ANSWERS);
  }

  private void admit(RoutingContext call) {
    HttpServerRequest request = call.request();
    call.addEndHandler(_ -> Leftover.discard(request));
    if (request.path() != null && request.path().startsWith(HEALTH)) {
      call.next();
      return;
    }
    if (stopping) {
      call.response().putHeader("Connection", "close");
      refuse(call, EarlyRefusal.STOPPING);
      return;
    }
    Optional<EarlyRefusal> unfit = unfit(request);
    if (unfit.isPresent()) {
      refuse(call, unfit.get());
      return;
    }
    long bytes = bytes(request);
    if (!room.enter(bytes)) {
      refuse(call, EarlyRefusal.FULL);
      return;
    }
    Place place = Place.taken(() -> room.leave(bytes));
    place.keep(call);
    call.addEndHandler(_ -> place.leave());
    readers.watch(call);
    call.next();
  }

  private Optional<EarlyRefusal> unfit(HttpServerRequest request) {
    if (request.uri().length() > limits.uriMax())
      return Optional.of(EarlyRefusal.longUri(limits.uriMax()));
    if (request.uri().contains(NUL)) return Optional.of(EarlyRefusal.NUL);
    long length = 0;
    for (Map.Entry<String, String> header : request.headers())
      length += header.getKey().length() + header.getValue().length();
    if (request.headers().size() > limits.headerCountMax() || length > limits.headersMax())
      return Optional.of(EarlyRefusal.manyHeaders(limits.headerCountMax(), limits.headersMax()));
    return hasMediaType(request) ? Optional.empty() : Optional.of(EarlyRefusal.NO_MEDIA_TYPE);
  }

  /** The framework's router fails on what is none, where several methods share a path. */
  private static boolean hasMediaType(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null) return true;
    try {
      MediaType.valueOf(type);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** What the body takes at most while it is here: a batch is read a piece at a time. */
  private long bytes(HttpServerRequest request) {
    if (request.getHeader("Transfer-Encoding") != null) return limits.bodyMax();
    String length = request.getHeader("Content-Length");
    if (length == null) return 0;
    try {
      return Math.min(Long.parseLong(length), limits.bodyMax());
    } catch (NumberFormatException tooLong) {
      return limits.bodyMax();
    }
  }

  private void refuse(RoutingContext call, EarlyRefusal refusal) {
    meters.counter("baton.http.refused", "problem", refusal.code()).increment();
    if (!call.response().ended()) refusal.answer(call);
  }
}
