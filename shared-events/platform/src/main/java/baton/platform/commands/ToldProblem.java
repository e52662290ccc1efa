package baton.platform.commands;

import baton.contract.feed.CommandProblem;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A problem as an answer tells it. The answer stays for good and open, unlike one over REST: what
 * somebody wrote in the place of a code, or as the name of a field, may be about a person.
 */
final class ToldProblem {
  private static final String VIOLATIONS = "violations";

  /** As {@link baton.platform.forms.Form} quotes; what is quoted may hold such marks itself. */
  private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}\\p{N}])'.*'", Pattern.DOTALL);

  private ToldProblem() {}

  /** What is wrong with a field of a command's body stands in the event's data. */
  static HttpProblem ofData(HttpProblem refused) {
    List<Violation> violations = violations(refused);
    if (violations.isEmpty()) return refused;
    return Problems.invalid(
        violations.stream()
            .map(v -> new Violation("/data" + v.pointer(), v.code(), v.detail()))
            .toList());
  }

  static CommandProblem of(HttpProblem refused) {
    List<Violation> told = violations(refused).stream().map(ToldProblem::unquoted).toList();
    HttpProblem problem = told.isEmpty() ? refused : Problems.invalid(told);
    return new CommandProblem(
        String.valueOf(problem.getType()),
        problem.getTitle(),
        problem.getStatusCode(),
        problem.getDetail(),
        told.isEmpty()
            ? null
            : told.stream()
                .map(v -> new CommandProblem.Violation(v.pointer(), v.code(), v.detail()))
                .toList());
  }

  private static List<Violation> violations(HttpProblem refused) {
    return refused.getParameters().get(VIOLATIONS) instanceof List<?> violations
        ? violations.stream().map(Violation.class::cast).toList()
        : List.of();
  }

  private static Violation unquoted(Violation told) {
    if (told.code().equals("unknown-field"))
      return new Violation(
          told.pointer().substring(0, Math.max(0, told.pointer().lastIndexOf('/'))),
          told.code(),
          "it has a field that Baton does not know");
    return new Violation(
        told.pointer(), told.code(), QUOTED.matcher(told.detail()).replaceAll("what is given"));
  }
}
