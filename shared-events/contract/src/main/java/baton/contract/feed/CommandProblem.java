package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Why a command was refused: the problem (RFC 9457) that the same command gets over REST.
 *
 * @param type stable; machines may rely on it
 * @param status as over REST
 * @param violations what is wrong with which field, or null
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "violations"})
public record CommandProblem(
    String type, String title, int status, String detail, List<Violation> violations) {
  public CommandProblem {
    requireNonNull(type);
    if (violations != null) violations = List.copyOf(violations);
  }

  /**
   * @param pointer where in the CloudEvent: a JSON pointer (RFC 6901), empty for all of it
   */
  @JsonPropertyOrder({"pointer", "code", "detail"})
  public record Violation(String pointer, String code, String detail) {
    public Violation {
      requireNonNull(pointer);
      requireNonNull(code);
    }
  }
}
