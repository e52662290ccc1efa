package baton.platform.http;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** Bean Validation on a request record: every violation with its JSON pointer. */
@Provider
@Priority(Priorities.USER - 1)
public class ConstraintMapper extends ExceptionMapperBase<ConstraintViolationException> {

  @Override
  protected HttpProblem toProblem(ConstraintViolationException e) {
    return Problems.invalid(
        e.getConstraintViolations().stream()
            .map(v -> new Violation(pointer(v), "invalid-value", v.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer))
            .toList());
  }

  private static String pointer(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .filter(node -> node.getKind() == ElementKind.PROPERTY)
        .forEach(node -> append(pointer, node));
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, Path.Node node) {
    if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
    pointer.append('/').append(node.getName());
  }
}
