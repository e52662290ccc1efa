package baton.acceptance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Home;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ./baton recover --apply} in a process of its own, which is killed in the middle of it. */
final class KilledRecovery {
  private KilledRecovery() {}

  /** Returns once it has said so and was killed by SIGKILL. */
  static void at(String words, Home home) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dbaton.checkout=" + home.checkout(),
            "-cp",
            System.getProperty("java.class.path"),
            "baton.local.Main",
            "recover",
            "--apply");
    command.environment().put("BATON_HOME", home.folder().toString());
    command.environment().put("BATON_PORT_BASE", Integer.toString(home.portBase()));
    var recovery = command.redirectErrorStream(true).start();
    try (var lines = recovery.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains(words)) {
        System.out.println(line);
        line = lines.readLine();
      }
      assertThat(line).as("a recovery that says '%s'", words).isNotNull();
    } finally {
      recovery.destroyForcibly().onExit().join();
    }
  }
}
