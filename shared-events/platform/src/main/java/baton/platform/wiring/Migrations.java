package baton.platform.wiring;

import baton.journal.store.Migration;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.flywaydb.core.Flyway;

/** Migrates both databases before anything else of the service starts. */
@Singleton
public class Migrations {
  /** Before the scheduler, which is the platform's first. */
  private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 100;

  private final Flyway own;
  private final Flyway keyring;

  Migrations(Flyway own, @FlywayDataSource("keyring") Flyway keyring) {
    this.own = own;
    this.keyring = keyring;
  }

  void migrate(@Observes @Priority(FIRST) StartupEvent started) {
    Migration.patiently(own);
    Migration.patiently(keyring);
  }
}
