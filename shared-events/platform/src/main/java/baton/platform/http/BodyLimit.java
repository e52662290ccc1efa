package baton.platform.http;

import baton.platform.BatonConfig;
import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads a body whole up to its limit before anything looks at it, whether its length was declared
 * or it comes in chunks. Quarkus' own limit is global and would cut a batch.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@ApplicationScoped // made at the first request: filters are built before there is configuration
public class BodyLimit implements ContainerRequestFilter {

  /**
   * So much is read and thrown away before the answer, because a client that is still writing into
   * a closed connection never sees why.
   */
  private static final long DRAINED_MAX = 64L * 1024 * 1024;

  private final int limit;
  private final Duration within;
  @Context ResourceInfo resource;

  public BodyLimit(BatonConfig config) {
    this.limit = config.http().bodyMax();
    this.within = config.http().bodyWithin();
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var method = resource.getResourceMethod();
    if (method == null || method.isAnnotationPresent(StreamedBody.class)) return;
    if (!hasBody(request)) return;
    InputStream body = request.getEntityStream();
    byte[] whole = whole(body);
    if (whole.length > limit) {
      drain(body);
      throw Problems.of(
          413,
          "too-large",
          "Too large",
          "a request's body is at most "
              + limit
              + " bytes; send pictures and files as references, many referrals by POST /batches");
    }
    request.setEntityStream(new ByteArrayInputStream(whole));
  }

  private static boolean hasBody(ContainerRequestContext request) {
    try {
      return request.hasEntity();
    } catch (IllegalArgumentException noMediaType) {
      throw new NotSupportedException("Content-Type is none");
    }
  }

  /** A byte now and then keeps every other time-out away, and a worker busy. */
  private byte[] whole(InputStream body) throws IOException {
    var whole = new ByteArrayOutputStream();
    var some = new byte[16 * 1024];
    long started = System.nanoTime();
    while (whole.size() <= limit) {
      int n = read(body, some);
      if (n < 0) break;
      whole.write(some, 0, n);
      if (System.nanoTime() - started > within.toNanos()) throw tooSlow();
    }
    return whole.toByteArray();
  }

  private int read(InputStream body, byte[] some) {
    try {
      return body.read(some);
    } catch (IOException brokenOff) {
      throw tooSlow();
    }
  }

  private HttpProblem tooSlow() {
    return Problems.builder(
            408,
            "body-too-slow",
            "Too slow",
            "a request's body must be here within "
                + within.toSeconds()
                + " s; nothing was stored: send it again")
        .withHeader("Connection", "close")
        .build();
  }

  private static void drain(InputStream body) throws IOException {
    var waste = new byte[64 * 1024];
    long read = 0;
    for (int n; read < DRAINED_MAX && (n = body.read(waste)) >= 0; ) read += n;
  }
}
