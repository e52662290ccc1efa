package baton.platform.http;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What frameworks refuse, as Baton's problems. These stand before the mappers that Quarkus and the
 * problem library bring for the same exceptions, which have no type and answer with messages that
 * quote what was sent.
 */
public class FrameworkProblems {

  private static final int BEFORE_THE_LIBRARIES = 1;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response unreadable(JsonProcessingException e) {
    return UnreadableJson.problem(e).toResponse();
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response mismatched(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response wrongFormat(InvalidFormatException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response notFound(NotFoundException e, UriInfo uri) {
    return UnusableParameter.of(e, uri).map(HttpProblem::toResponse).orElseGet(() -> refused(e));
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response refused(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) return unreadable(json);
    if (e.getCause() instanceof HttpProblem ours) return ours.toResponse();
    Response answer = e.getResponse();
    var refusal = FrameworkRefusal.of(answer.getStatus());
    var problem =
        Problems.builder(
            answer.getStatus(),
            refusal.code(),
            answer.getStatusInfo().getReasonPhrase(),
            refusal.next());
    for (String kept : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)) {
      String value = answer.getHeaderString(kept);
      if (value != null) problem.withHeader(kept, value);
    }
    return problem.build().toResponse();
  }

  /** Bean Validation on a request record: every violation with its JSON pointer. */
  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARIES)
  public Response invalid(ConstraintViolationException e) {
    var violations =
        e.getConstraintViolations().stream()
            .map(v -> new Violation(pointer(v), "invalid-value", v.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer))
            .toList();
    return Problems.invalid(violations).toResponse();
  }

  private static String pointer(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .filter(node -> node.getKind() == ElementKind.PROPERTY)
        .forEach(
            node -> {
              if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
              pointer.append('/').append(node.getName());
            });
    return pointer.toString();
  }
}
