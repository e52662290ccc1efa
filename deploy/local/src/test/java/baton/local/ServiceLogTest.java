package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {
  @TempDir Path folder;

  @Test
  void the_innermost_cause_is_told() throws Exception {
    assertThat(
            lastWords(
                """
                10:00 ERROR Error running Quarkus
                Caused by: java.lang.RuntimeException: Failed to start
                \tat some.Place
                Caused by: java.net.BindException: Address in use
                \tat other.Place
                """))
        .isEqualTo("java.net.BindException: Address in use");
  }

  @Test
  void without_a_cause_its_last_line() throws Exception {
    assertThat(lastWords("starting\n'x' must be configured\n\n"))
        .isEqualTo("'x' must be configured");
  }

  @Test
  void nothing_said_is_nothing_told() {
    assertThat(ServiceLog.lastWords(folder.resolve("none"))).isEmpty();
  }

  private String lastWords(String log) throws Exception {
    return ServiceLog.lastWords(Files.writeString(folder.resolve("log"), log));
  }
}
