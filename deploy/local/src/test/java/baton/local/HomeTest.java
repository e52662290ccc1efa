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

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "65530"})
  void a_port_base_that_cannot_be_is_told(String base) {
    assertThatThrownBy(() -> Home.of(Map.of("BATON_PORT_BASE", base), CHECKOUT))
        .isInstanceOf(Trouble.class)
        .hasMessage("BATON_PORT_BASE is '" + base + "'; set it to a number from 1 to 65529");
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
