package baton.escalation.clockkeeper;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Late is never green: what is read and has no fields for {@code asOf} and {@code lagSeconds},
 * being the log's own lines or a signed note, says them in headers.
 */
public class AgeHeaders {
  static final String AS_OF = "Baton-As-Of";
  static final String LAG_SECONDS = "Baton-Lag-Seconds";
  private static final int OK = 200;

  private final Ages ages;

  public AgeHeaders(Ages ages) {
    this.ages = ages;
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext answer) {
    boolean read = request.getMethod().equals(HttpMethod.GET) && answer.getStatus() == OK;
    if (!read || hasFields(answer.getMediaType())) return;
    Age now = ages.now();
    answer.getHeaders().putSingle(AS_OF, now.asOf().toString());
    answer.getHeaders().putSingle(LAG_SECONDS, Double.toString(now.lagSeconds()));
  }

  /** Each event of a stream is a document of its own. */
  private static boolean hasFields(MediaType type) {
    return type == null
        || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        || type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE);
  }
}
