package baton.intake.limits;

import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.Agency;
import baton.testing.RealParts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Hundreds of requests at once, while what they need hangs, is slow or is away. */
@QuarkusTest
@QuarkusTestResource(value = OwnBroker.class, restrictToAnnotatedClass = true)
@TestProfile(FewAtOnce.class)
class OverloadTest {
  private static final Agency AGENCY = new Agency("hurried-agency");
  private static final int ROUNDS = 3;

  @Inject MeterRegistry meters;

  @ConfigProperty(name = OwnBroker.PROCESS)
  String broker;

  @ConfigProperty(name = "baton.db-url")
  String url;

  private final String reference = newReference();
  private final AtomicInteger mostInside = new AtomicInteger();

  @Test
  void while_the_broker_hangs_referrals_are_taken_and_wait_in_the_store() throws Exception {
    signal("STOP");
    try (var burst = new Burst();
        var _ = watchedInside()) {
      for (int round = 0; round < ROUNDS; round++) burst.send(AGENCY, reference);
      int taken = burst.taken();
      assertThat(taken).isPositive();
      assertThat(stored()).isEqualTo(taken);
      await("none is on the log, and none is in memory only")
          .until(() -> value("baton.relay.lag.events") >= taken);
      assertThat(mostInside).hasValueLessThanOrEqualTo(FewAtOnce.AT_ONCE);
    } finally {
      signal("CONT");
    }
    await("all are published").until(() -> value("baton.relay.lag.events") == 0);
  }

  @Test
  void while_the_database_is_slow_so_many_wait_and_the_others_are_told_at_once() throws Exception {
    try (var burst = new Burst();
        var _ = watchedInside();
        var slow = asSuperuser(database())) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("lock table referral_registry in access exclusive mode");
      burst.send(AGENCY, reference);
      await().until(() -> burst.answered() >= Burst.SIZE - FewAtOnce.CONNECTIONS);
      slow.rollback();
      int taken = burst.taken();
      assertThat(taken)
          .as("those that had a connection")
          .isLessThanOrEqualTo(FewAtOnce.CONNECTIONS);
      assertThat(stored()).isEqualTo(taken);
      assertThat(mostInside).hasValueLessThanOrEqualTo(FewAtOnce.AT_ONCE);
    }
    isWellAgain();
  }

  @Test
  void a_database_that_goes_away_in_the_middle_loses_nothing_that_was_acknowledged()
      throws Exception {
    try (var burst = new Burst();
        var _ = watchedInside();
        var server = asSuperuser("postgres")) {
      burst.send(AGENCY, reference);
      await("it is in the middle").until(() -> burst.answered() > 0);
      execute(server, "alter database " + database() + " connection limit 0");
      try {
        execute(
            server,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                .formatted(database()));
        burst.send(AGENCY, reference);
        assertThat(burst.taken()).as("while it is away none is").isLessThan(2 * Burst.SIZE);
      } finally {
        execute(server, "alter database " + database() + " connection limit -1");
      }
      assertThat(stored()).isGreaterThanOrEqualTo(burst.taken());
      assertThat(mostInside).hasValueLessThanOrEqualTo(FewAtOnce.AT_ONCE);
    }
    isWellAgain();
    await("all are published").until(() -> value("baton.relay.lag.events") == 0);
  }

  private static void isWellAgain() {
    await().untilAsserted(() -> AGENCY.sends(referral(newReference(), "")).statusCode(201));
  }

  /** Looks again and again, until it is closed, how many requests are being answered. */
  private AutoCloseable watchedInside() {
    var watching = Executors.newSingleThreadScheduledExecutor();
    watching.scheduleAtFixedRate(
        () -> mostInside.accumulateAndGet((int) value("baton.http.inside"), Math::max),
        0,
        5,
        TimeUnit.MILLISECONDS);
    return watching::shutdownNow;
  }

  private double value(String gauge) {
    return meters.get(gauge).gauge().value();
  }

  private int stored() throws SQLException {
    try (var connection = asSuperuser(database());
        var count =
            connection.prepareStatement(
                "select count(*) from referral_registry where reference like ?")) {
      count.setString(1, reference + "-%");
      var row = count.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  private String database() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static Connection asSuperuser(String database) throws SQLException {
    return RealParts.get().postgres().connect(database);
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + name, broker).inheritIO().start().waitFor();
    assertThat(code).isZero();
  }
}
