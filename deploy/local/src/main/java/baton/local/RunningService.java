package baton.local;

import baton.parts.Detached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's process.
 *
 * @param startedNow by this launcher, not by an earlier one
 */
record RunningService(
    Instance instance, ProcessHandle process, int port, Path log, boolean startedNow) {
  private static final String HEAP = "-Xmx256m";

  /** The one that an earlier launcher started, if it lives. */
  static Optional<RunningService> find(Home home, Instance instance) throws IOException {
    return home.pidFile(instance).read().map(process -> of(home, instance, process, false));
  }

  /**
   * @param other what this one is told otherwise than the rest
   */
  static RunningService start(
      Home home, Instance instance, ServiceSettings settings, Map<String, String> other)
      throws IOException {
    var program = Program.of(home, instance);
    keepPreviousLog(home, instance);
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
    var environment = settings.environment(instance.service(), home.port(instance));
    environment.putAll(other);
    var process = Detached.start(command, environment, home.log(instance)).toHandle();
    home.pidFile(instance).write(process);
    return of(home, instance, process, true);
  }

  /** Why the last process ended is still to be read after the next one has started. */
  private static void keepPreviousLog(Home home, Instance instance) throws IOException {
    var log = home.log(instance);
    Files.createDirectories(home.logs());
    if (Files.exists(log)) {
      var previous = log.resolveSibling(instance.slug() + ".previous.log");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static RunningService of(
      Home home, Instance instance, ProcessHandle process, boolean startedNow) {
    return new RunningService(
        instance, process, home.port(instance), home.log(instance), startedNow);
  }

  String title() {
    return instance.title();
  }
}
