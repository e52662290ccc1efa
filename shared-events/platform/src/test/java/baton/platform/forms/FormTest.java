package baton.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.DeclineReason;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.ActionKind;
import baton.platform.Problems.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  private final Form form = new Form();

  @ParameterizedTest
  @ValueSource(strings = {"VERY_HIGH", "very high", "Very-High", "veryHigh", " very_high "})
  void words_of_a_list_are_read_however_they_are_written(String given) {
    assertThat(form.word("/grade", given, Grade.class)).isEqualTo(Grade.VERY_HIGH);
  }

  @Test
  void an_unknown_word_is_told_the_list() {
    form.word("/kind", "raid", ActionKind.class);
    assertThat(violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/kind");
              assertThat(violation.code()).isEqualTo("unknown-kind");
              assertThat(violation.detail()).contains("'raid'", "WARRANT_EXECUTED", "ENQUIRY");
            });
  }

  @Test
  void a_force_is_read_by_its_code_and_a_name_is_told_its_code() {
    assertThat(form.force("/force", "46")).isEqualTo(OrganisationCode.of("46"));
    form.force("/force", "Kent");
    assertThat(violations().getFirst().detail())
        .isEqualTo("'Kent' is not a force code; Kent is 46, see GET /forces");
  }

  @Test
  void reasons_outside_the_list_count_as_other_and_are_kept() {
    assertThat(form.decline("/reason", "no capacity"))
        .isEqualTo(new Form.Decline(DeclineReason.NO_CAPACITY, null));
    assertThat(form.decline("/reason", "ask Essex"))
        .isEqualTo(new Form.Decline(DeclineReason.OTHER, "ask Essex"));
  }

  @Test
  void everything_wrong_is_told_at_once() {
    form.requiredId("/person", null, PersonId::of);
    form.time("/happenedAt", "yesterday");
    form.decline("/reason", " ");
    form.label("/tool", "a\u0000b");
    assertThat(violations().stream().map(Violation::pointer))
        .containsExactly("/person", "/happenedAt", "/reason", "/tool");
  }

  @Test
  void a_time_needs_its_offset() {
    assertThat(form.time("/happenedAt", "2026-11-21T13:00:00+01:00"))
        .isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    form.time("/happenedAt", "2026-11-21T13:00:00");
    assertThat(violations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "1066-10-14T09:00:00Z",
        "+10000-01-01T00:00:00Z"
      })
  void a_time_that_no_row_could_hold_or_nobody_means_is_none(String far) {
    assertThat(form.time("/happenedAt", far)).isNull();
    assertThat(violations()).hasSize(1);
  }

  @Test
  void nothing_wrong_passes() {
    assertThat(form.id("/team", null, PersonId::of)).isNull();
    assertThat(form.label("/tool", " KIRAT ")).isEqualTo("KIRAT");
    assertThatCode(form::check).doesNotThrowAnyException();
  }

  @Test
  void a_body_has_to_be_there() {
    assertThatThrownBy(() -> Form.body(null)).isInstanceOf(HttpProblem.class);
  }

  @SuppressWarnings("unchecked")
  private List<Violation> violations() {
    try {
      form.check();
      return List.of();
    } catch (HttpProblem problem) {
      assertThat(problem.getStatusCode()).isEqualTo(422);
      return (List<Violation>) problem.getParameters().get("violations");
    }
  }
}
