package baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import baton.platform.Problems.Violation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void of_very_many_violations_all_are_counted_and_a_hundred_told() {
    var problem = Problems.invalid(violations(3_000));
    assertThat((List<?>) problem.getParameters().get("violations"))
        .isEqualTo(violations(3_000).subList(0, 100));
    assertThat(problem.getDetail()).startsWith("3000 things are wrong; the first: ");
  }

  @Test
  void a_single_violation_is_the_problem() {
    var problem = Problems.invalid(violations(1));
    assertThat(problem.getType()).isEqualTo(Problems.type("missing"));
    assertThat(problem.getDetail()).isEqualTo("number 0 is required");
  }

  private static List<Violation> violations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Violation("/" + i, "missing", "number " + i + " is required"))
        .toList();
  }
}
