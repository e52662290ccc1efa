package baton.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.feed.CommandProblem;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldProblemTest {
  @Test
  void a_value_that_a_violation_quotes_is_not_told() {
    CommandProblem told =
        told(
            new Violation("/grade", "unknown-grade", "'O'Jane's' is none of [LOW, HIGH]"),
            new Violation("/steps/0", "wrong-form", "a tool's steps are counted from 1"));
    assertThat(told.violations().getFirst())
        .isEqualTo(
            new CommandProblem.Violation(
                "/data/grade", "unknown-grade", "what is given is none of [LOW, HIGH]"));
    assertThat(told.violations().getLast().detail()).isEqualTo("a tool's steps are counted from 1");
    assertThat(told.detail()).contains("2 things are wrong").doesNotContain("Jane");
  }

  @Test
  void nor_is_the_name_of_a_field_that_nobody_knows() {
    CommandProblem told =
        told(new Violation("/custody/Jane", "unknown-field", "/custody/Jane is no field"));
    assertThat(told.violations().getFirst().pointer()).isEqualTo("/data/custody");
    assertThat(told.toString()).doesNotContain("Jane");
  }

  @Test
  void a_refusal_by_a_rule_is_told_as_it_is() {
    var refused = Problems.forbidden("nca-only", "only the NCA's staff do that");
    CommandProblem told = ToldProblem.of(ToldProblem.ofData(refused));
    assertThat(told)
        .isEqualTo(
            new CommandProblem(
                Problems.TYPES + "nca-only",
                "Not allowed",
                403,
                "only the NCA's staff do that",
                null));
  }

  private static CommandProblem told(Violation... violations) {
    return ToldProblem.of(ToldProblem.ofData(Problems.invalid(List.of(violations))));
  }
}
