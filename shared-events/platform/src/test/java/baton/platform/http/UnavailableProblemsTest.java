package baton.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import baton.platform.DatabaseFailed;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UnavailableProblemsTest {
  private final UnavailableProblems problems = new UnavailableProblems();

  @Test
  void a_database_that_is_away_is_a_503_to_be_sent_again() {
    var answer = problems.unavailable(new DatabaseFailed("x", new SQLException("gone", "08006")));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
  }

  @Test
  void a_statement_that_is_wrong_is_a_defect_and_is_not_promised_to_pass() {
    var answer = problems.unavailable(new DatabaseFailed("x", new SQLException("wrong", "42601")));
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getHeaderString("Retry-After")).isNull();
  }
}
