package baton.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Stands before the mappers that Quarkus and the problem library bring for the same exceptions,
 * which would answer with what was sent.
 */
public class JsonMappers {

  private static final int BEFORE_THE_LIBRARIES = 1;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response unreadable(JsonProcessingException e) {
    return response(e);
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response mismatched(MismatchedInputException e) {
    return response(e);
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response wrongFormat(InvalidFormatException e) {
    return response(e);
  }

  private static Response response(JsonProcessingException e) {
    HttpProblem problem = UnreadableJson.problem(e);
    return problem.toResponse();
  }
}
