package baton.platform.http;

import baton.platform.BatonConfig;
import baton.platform.Problems;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

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
  @Context ResourceInfo resource;

  public BodyLimit(BatonConfig config) {
    this.limit = config.http().bodyMax();
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var method = resource.getResourceMethod();
    if (method == null || method.isAnnotationPresent(StreamedBody.class)) return;
    if (!request.hasEntity()) return;
    InputStream body = request.getEntityStream();
    byte[] whole = body.readNBytes(limit + 1);
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

  private static void drain(InputStream body) throws IOException {
    var waste = new byte[64 * 1024];
    long read = 0;
    for (int n; read < DRAINED_MAX && (n = body.read(waste)) >= 0; ) read += n;
  }
}
