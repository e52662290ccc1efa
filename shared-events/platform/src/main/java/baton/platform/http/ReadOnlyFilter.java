package baton.platform.http;

import baton.platform.Problems;
import baton.platform.ReadOnly;
import baton.platform.ServesCopies;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A read-only copy says so with every answer, and refuses what it does not do. */
public class ReadOnlyFilter {
  static final String HEADER = "Baton-Read-Only";
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ReadOnly readOnly;

  public ReadOnlyFilter(ReadOnly readOnly) {
    this.readOnly = readOnly;
  }

  @ServerRequestFilter
  public Optional<Response> refuse(ContainerRequestContext request, ResourceInfo asked) {
    if (!readOnly.holds() || serves(request.getMethod(), asked)) return Optional.empty();
    return Optional.of(
        Problems.of(409, "read-only", "Refused as things stand", readOnly.sentence()).toResponse());
  }

  @ServerResponseFilter
  public void mark(ContainerResponseContext answer) {
    readOnly.copyOf().ifPresent(copy -> answer.getHeaders().putSingle(HEADER, copy));
  }

  private static boolean serves(String method, ResourceInfo asked) {
    if (asked.getResourceMethod().isAnnotationPresent(ServesCopies.class)) return true;
    return READING.contains(method)
        && asked.getResourceClass().isAnnotationPresent(ServesCopies.class);
  }
}
