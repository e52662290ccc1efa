package baton.allocation.feed;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Who asks for a feed and takes anything gets a page. Left to the framework, it might be the
 * stream, which has no end: {@code curl} and most libraries take anything.
 */
@Singleton
class PageByDefault {
  private static final int BEFORE_MATCHING = 100;

  void register(@Observes Filters filters) {
    filters.register(PageByDefault::choose, BEFORE_MATCHING);
  }

  private static void choose(RoutingContext call) {
    HttpServerRequest request = call.request();
    if (request.method().equals(HttpMethod.GET)
        && "/disseminations".equals(request.path())
        && takesAnything(request.getHeader(HttpHeaders.ACCEPT)))
      request.headers().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    call.next();
  }

  private static boolean takesAnything(String accepted) {
    return accepted == null
        || accepted.contains(MediaType.WILDCARD)
            && !accepted.contains(MediaType.SERVER_SENT_EVENTS);
  }
}
