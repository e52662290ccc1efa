package baton.local;

import baton.local.client.ServiceName;
import baton.parts.Detached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A service's process.
 *
 * @param startedNow by this launcher, not by an earlier one
 */
record RunningService(
    ServiceName name, ProcessHandle process, int port, Path log, boolean startedNow) {
  private static final String HEAP = "-Xmx256m";

  /** The one that an earlier launcher started, if it lives. */
  static Optional<RunningService> find(Home home, ServiceName name) throws IOException {
    return home.pidFile(name).read().map(process -> of(home, name, process, false));
  }

  static RunningService start(Home home, ServiceName name, ServiceSettings settings)
      throws IOException {
    var program =
        home.checkout().resolve(name.slug() + "-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new Trouble(name.slug() + "-service is not built; run baton from its checkout");
    }
    keepPreviousLog(home, name);
    var command =
        List.of(
            Detached.java(),
            HEAP,
            "-XX:+UseSerialGC",
            // Four JVMs warm up on two cores: the optimising compiler would take most of them.
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Daxoniq.update-checker.disabled=true",
            "-Ddisable-axoniq-console-message=true",
            "-jar",
            program.toString());
    var environment = settings.environment(name, home.port(name));
    var process = Detached.start(command, environment, home.log(name)).toHandle();
    home.pidFile(name).write(process);
    return of(home, name, process, true);
  }

  /** Why the last process ended is still to be read after the next one has started. */
  private static void keepPreviousLog(Home home, ServiceName name) throws IOException {
    var log = home.log(name);
    Files.createDirectories(home.logs());
    if (Files.exists(log)) {
      var previous = log.resolveSibling(name.slug() + ".previous.log");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static RunningService of(
      Home home, ServiceName name, ProcessHandle process, boolean startedNow) {
    return new RunningService(name, process, home.port(name), home.log(name), startedNow);
  }

  String title() {
    return name.slug() + "-service";
  }
}
