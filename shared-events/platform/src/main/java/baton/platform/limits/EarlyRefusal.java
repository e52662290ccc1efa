package baton.platform.limits;

import baton.platform.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A problem told before the request reaches any of Baton's resources.
 *
 * @param code last segment of the problem's type
 * @param retryAfter seconds; 0 where sending it again leads to the same
 */
public record EarlyRefusal(int status, String code, String title, String detail, int retryAfter) {

  static final EarlyRefusal FULL =
      new EarlyRefusal(
          503,
          "busy",
          "Not available at the moment",
          "the service has as many requests as it can answer at once; nothing of this one was"
              + " stored: send it again",
          2);

  static final EarlyRefusal STOPPING =
      new EarlyRefusal(
          503,
          "busy",
          "Not available at the moment",
          "the service is being stopped; nothing of this one was stored: send it again",
          2);

  static final EarlyRefusal NOTHING_THERE =
      new EarlyRefusal(
          404, "not-found", "Not Found", "nothing is there; see /q/openapi for the paths", 0);

  static final EarlyRefusal NO_MEDIA_TYPE =
      new EarlyRefusal(
          415,
          "unsupported-media-type",
          "Unsupported Media Type",
          "what stands in Content-Type is no media type; for JSON it is application/json",
          0);

  static final EarlyRefusal NUL =
      new EarlyRefusal(
          422,
          "parameter-unusable",
          "The request cannot be taken as it is",
          "no path or parameter may hold the character NUL (%00): no row of a database can",
          0);

  static EarlyRefusal longUri(int max) {
    return new EarlyRefusal(
        414,
        "uri-too-long",
        "Too long",
        "a path with its query has at most " + max + " characters",
        0);
  }

  static EarlyRefusal manyHeaders(int count, int characters) {
    return new EarlyRefusal(
        431,
        "headers-too-large",
        "Too many headers",
        "a request has at most "
            + count
            + " headers, of "
            + characters
            + " characters in all; leave out what Baton does not ask for",
        0);
  }

  public void answer(RoutingContext call) {
    var problem =
        new JsonObject()
            .put("type", Problems.type(code).toString())
            .put("status", status)
            .put("title", title)
            .put("detail", detail)
            .put("instance", call.request().path());
    var response = call.response().setStatusCode(status);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    if (retryAfter > 0) response.putHeader("Retry-After", Integer.toString(retryAfter));
    response.end(problem.toBuffer());
  }
}
