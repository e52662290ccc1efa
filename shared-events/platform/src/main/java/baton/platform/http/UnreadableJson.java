package baton.platform.http;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a body that Jackson cannot read is told: where, never what stood there. Jackson's own
 * messages quote the input, which names people.
 */
final class UnreadableJson {

  private UnreadableJson() {}

  static HttpProblem problem(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? Problems.invalid(
            List.of(
                new Violation(
                    pointer(mapping),
                    "wrong-form",
                    "the value of this field has the wrong form; see /q/openapi")))
        : Problems.of(
            400,
            "malformed-json",
            "Not JSON",
            "the body is not readable JSON" + limits(e) + place(e));
  }

  private static String limits(JsonProcessingException e) {
    return e instanceof StreamConstraintsException
        ? ": it nests deeper, or has a longer number or name or more values, than Baton reads"
        : "";
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
