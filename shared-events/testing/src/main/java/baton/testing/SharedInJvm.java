package baton.testing;

import baton.parts.PostgresServer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Addresses of the running parts in system properties: Quarkus loads test classes anew for every
 * test profile, and a static field would be lost with the loader.
 */
final class SharedInJvm {
  private static final String PREFIX = "baton.testing.";

  private SharedInJvm() {}

  static Optional<RealParts> find() {
    return Optional.ofNullable(get("kafka"))
        .map(
            kafka ->
                new RealParts(
                    new PostgresServer(get("postgres"), get("superuser"), get("password")),
                    kafka,
                    Path.of(get("folder"))));
  }

  static void keep(RealParts parts) {
    set("postgres", parts.postgres().address());
    set("superuser", parts.postgres().superuser());
    set("password", parts.postgres().password());
    set("folder", parts.folder().toString());
    set("kafka", parts.kafka());
  }

  private static String get(String name) {
    return System.getProperty(PREFIX + name);
  }

  private static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }
}
