package baton.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Where tests take PostgreSQL and Kafka from: containers where an engine answers, otherwise the
 * programs that {@code deploy/parts} starts. {@value #CHOICE} in the environment overrides.
 */
public enum PartsSource {
  CONTAINERS,
  EMBEDDED;

  static final String CHOICE = "BATON_TEST_PARTS";

  /** The choice for this machine. */
  public static PartsSource choose() {
    return choose(System::getenv, PartsSource::engineAnswers);
  }

  static PartsSource choose(Function<String, String> environment, BooleanSupplier engineAnswers) {
    var wanted = environment.apply(CHOICE);
    if (wanted != null && !wanted.isBlank()) {
      return valueOf(wanted.strip().toUpperCase(Locale.ROOT));
    }
    return engineAnswers.getAsBoolean() ? CONTAINERS : EMBEDDED;
  }

  /** Asks an engine only where one could be: without a socket the search itself costs seconds. */
  private static boolean engineAnswers() {
    if (System.getenv("DOCKER_HOST") == null && sockets().noneMatch(Files::exists)) {
      return false;
    }
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException | LinkageError noEngine) {
      return false;
    }
  }

  private static Stream<Path> sockets() {
    var home = System.getProperty("user.home");
    var perUser = System.getenv("XDG_RUNTIME_DIR");
    var named =
        List.of(
            Path.of("/var/run/docker.sock"),
            Path.of(home, ".docker/run/docker.sock"),
            Path.of(home, ".docker/desktop/docker.sock"),
            Path.of(home, ".testcontainers.properties"));
    var rootless = perUser == null ? null : Path.of(perUser, "docker.sock");
    return Stream.concat(named.stream(), Stream.ofNullable(rootless));
  }
}
