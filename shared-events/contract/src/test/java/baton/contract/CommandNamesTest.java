package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.feed.CommandNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNamesTest {
  private static final List<String> SERVICES =
      List.of("intake-service", "risk-service", "allocation-service");

  @Test
  void each_command_is_one_services() {
    assertThat(SERVICES.stream().flatMap(service -> CommandNames.of(service).stream()))
        .containsExactlyInAnyOrderElementsOf(CommandNames.ALL);
    for (String service : SERVICES)
      assertThat(CommandNames.of(service).stream().map(CommandNames::type))
          .isNotEmpty()
          .allSatisfy(type -> assertThat(CommandNames.takenBy(type)).isEqualTo(service));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "grade",
        "baton.command.grade.v2",
        "baton.command..v1",
        "baton.command.v1",
        "baton.command.frobnicate.v1"
      })
  void what_is_no_command_is_answered_by_one_service_too(String type) {
    assertThat(CommandNames.named(type)).isEmpty();
    assertThat(CommandNames.takenBy(type)).isEqualTo("allocation-service");
  }

  @Test
  void names_are_in_order_and_stand_once() {
    assertThat(CommandNames.ALL).isSorted().doesNotHaveDuplicates();
    assertThat(Stream.of("grade", "allocate").map(CommandNames::type).map(CommandNames::named))
        .allSatisfy(name -> assertThat(name).isPresent());
  }
}
