package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsSourceTest {
  private static final Map<String, String> NOTHING_SAID = Map.of();

  @Test
  void containers_where_an_engine_answers() {
    assertThat(PartsSource.choose(NOTHING_SAID::get, () -> true)).isEqualTo(PartsSource.CONTAINERS);
  }

  @Test
  void the_embedded_programs_where_none_does() {
    assertThat(PartsSource.choose(NOTHING_SAID::get, () -> false)).isEqualTo(PartsSource.EMBEDDED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_the_environment_says_counts_before_the_engine(boolean answers) {
    var said = Map.of(PartsSource.CHOICE, "embedded");
    assertThat(PartsSource.choose(said::get, () -> answers)).isEqualTo(PartsSource.EMBEDDED);
  }
}
