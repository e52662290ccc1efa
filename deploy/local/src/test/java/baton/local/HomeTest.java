package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.local.client.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
  private static final Path CHECKOUT = Path.of("/checkout");

  @Test
  void by_default_it_is_in_the_checkout_at_8080() {
    var home = Home.of(Map.of(), CHECKOUT);
    assertThat(home.folder()).isEqualTo(Path.of("/checkout/.baton"));
    assertThat(home.port(ServiceName.INTAKE)).isEqualTo(8081);
    assertThat(home.port(ServiceName.ESCALATION)).isEqualTo(8084);
    assertThat(home.postgresPort()).isEqualTo(8085);
    assertThat(home.kafkaPort()).isEqualTo(8086);
  }

  @Test
  void the_environment_moves_it() {
    var home = Home.of(Map.of("BATON_HOME", "/elsewhere", "BATON_PORT_BASE", "9000"), CHECKOUT);
    assertThat(home.folder()).isEqualTo(Path.of("/elsewhere"));
    assertThat(home.port(ServiceName.INTAKE)).isEqualTo(9001);
  }

  @Test
  void second_instances_and_brokers_are_ten_ports_above_the_first() {
    var home = new Home(CHECKOUT, Path.of("/elsewhere"), 9000);
    var second = new Instance(ServiceName.RISK, 2);
    assertThat(home.port(second)).isEqualTo(9012);
    assertThat(home.log(second)).isEqualTo(Path.of("/elsewhere/logs/risk-2.log"));
    assertThat(second.title()).isEqualTo("risk-service-2");
    assertThat(home.kafkaPort(3)).isEqualTo(9026);
    assertThat(home.kafka(3)).isEqualTo(Path.of("/elsewhere/kafka-3"));
  }

  @Test
  void as_many_of_everything_as_last_time_and_as_many_brokers_as_the_log_was_made_with(
      @TempDir Path folder) throws IOException {
    var home = new Home(CHECKOUT, folder, 8080);
    assertThat(Shape.settle(home, 0, 0)).isEqualTo(new Shape(1, 1));
    assertThat(Shape.settle(home, 2, 3)).isEqualTo(new Shape(2, 3));
    assertThat(Shape.settle(home, 0, 0)).isEqualTo(new Shape(2, 3));
    Files.createDirectories(home.kafka());
    assertThat(Shape.settle(home, 1, 3)).isEqualTo(new Shape(1, 3));
    assertThatThrownBy(() -> Shape.settle(home, 0, 1))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("was made with --brokers 3");
    assertThatThrownBy(() -> Shape.settle(home, 0, 2)).isInstanceOf(Trouble.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "65530"})
  void a_port_base_that_cannot_be_is_told(String base) {
    assertThatThrownBy(() -> Home.of(Map.of("BATON_PORT_BASE", base), CHECKOUT))
        .isInstanceOf(Trouble.class)
        .hasMessage("BATON_PORT_BASE is '" + base + "'; set it to a number from 1 to 65527");
  }

  @Test
  void wiping_leaves_what_is_not_its_own(@TempDir Path folder) throws IOException {
    var home = new Home(CHECKOUT, folder, 8080);
    Files.createDirectories(home.keys());
    Files.writeString(home.keys().resolve("token.key"), "secret");
    var others = Files.writeString(folder.resolve("notes.txt"), "keep");
    home.wipe();
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(others));
    assertThat(others).exists();
  }

  @Test
  void data_keeps_the_clock_that_it_was_made_with(@TempDir Path folder) throws IOException {
    var home = new Home(CHECKOUT, folder, 8080);
    assertThat(ClockMode.settle(home, ClockMode.STEPPED)).isEqualTo(ClockMode.STEPPED);
    assertThat(ClockMode.settle(home, null)).isEqualTo(ClockMode.STEPPED);
    assertThatThrownBy(() -> ClockMode.settle(home, ClockMode.SYSTEM))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("was made with the stepped clock");
  }
}
