package baton.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body is JSON unless the endpoint says that it takes something else. Without this the framework
 * makes a record of any text, by whatever constructor it finds.
 */
public class JsonBodies {

  @ServerRequestFilter
  public void refuseOthers(ContainerRequestContext call, ResourceInfo endpoint) {
    MediaType type = call.getMediaType();
    if (type == null || isJson(type) || !hasBody(call) || saysWhatItTakes(endpoint)) return;
    throw new NotSupportedException();
  }

  /** Clients name some type for nothing at all. */
  private static boolean hasBody(ContainerRequestContext call) {
    return call.getLength() > 0 || call.getHeaders().containsKey("Transfer-Encoding");
  }

  private static boolean isJson(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        || type.getSubtype().endsWith("+json");
  }

  private static boolean saysWhatItTakes(ResourceInfo endpoint) {
    return endpoint.getResourceMethod().isAnnotationPresent(Consumes.class)
        || endpoint.getResourceClass().isAnnotationPresent(Consumes.class);
  }
}
