package baton.intake.batch;

import baton.platform.Problems;
import baton.platform.Problems.Violation;
import java.net.URI;
import java.util.List;

/**
 * Why one line of a package is not in.
 *
 * @param line counts from 1
 * @param type as a problem's type
 */
public record LineProblem(int line, URI type, String detail, List<Violation> violations) {

  static LineProblem of(int line, String code, String detail) {
    return new LineProblem(line, Problems.type(code), detail, List.of());
  }

  static LineProblem of(int line, List<Violation> violations) {
    Violation first = violations.getFirst();
    boolean one = violations.size() == 1;
    return new LineProblem(
        line,
        Problems.type(one ? first.code() : "invalid-request"),
        one
            ? first.detail()
            : violations.size() + " things are wrong; the first: " + first.detail(),
        violations);
  }
}
