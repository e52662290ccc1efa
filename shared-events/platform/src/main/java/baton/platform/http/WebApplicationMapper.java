package baton.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** What the framework itself refuses, with a title of ours instead of the exception's message. */
@Provider
@Priority(Priorities.USER - 1)
public class WebApplicationMapper extends ExceptionMapperBase<WebApplicationException> {

  private static final Map<Integer, String> NEXT =
      Map.of(
          400, "the request is not readable; see /q/openapi",
          405, "this path does not take that method; see /q/openapi",
          406, "this path cannot answer in the media type that Accept asks for",
          415, "this path does not take that Content-Type; see /q/openapi");

  @Override
  protected HttpProblem toProblem(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) return UnreadableJson.problem(json);
    var answer = e.getResponse();
    var problem =
        HttpProblem.builder()
            .withStatus(answer.getStatus())
            .withTitle(answer.getStatusInfo().getReasonPhrase())
            .withDetail(NEXT.get(answer.getStatus()));
    for (String kept : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)) {
      String value = answer.getHeaderString(kept);
      if (value != null) problem.withHeader(kept, value);
    }
    return problem.build();
  }
}
