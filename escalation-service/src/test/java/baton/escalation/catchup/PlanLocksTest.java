package baton.escalation.catchup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.CatchUpPlanAdopted;
import baton.contract.escalation.Milestone;
import baton.escalation.fixtures.Stepped;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who adopts a plan and who places what was raised write the same rows: both take the lowest id
 * first, so that neither waits for the other in a circle.
 */
@QuarkusTest
@Stepped
class PlanLocksTest {
  private static final OrganisationCode FORCE = OrganisationCode.of("36");
  private static final Instant AT = Instant.parse("2020-01-01T00:00:00Z");
  private static final UUID LOW = UUID.fromString("00000000-0000-5000-8000-00000000c001");
  private static final UUID HIGH = UUID.fromString("f0000000-0000-5000-8000-00000000c001");
  private static final String LOCK =
      "select 1 from escalation where escalation = ?::uuid for update";
  private static final String WAITING =
      "select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";
  private static final CatchUpPlanAdopted PLAN =
      new CatchUpPlanAdopted(
          "plan-of-locks", FORCE, null, new PersonId("p-36-1"), List.of(new Milestone(AT, 0)));

  @Inject Transactions transactions;

  @Test
  void a_plan_that_waits_for_the_first_holds_none_of_those_behind_it() throws Exception {
    // What a scan comes to first is not what is to be locked first.
    transactions.inTransaction(() -> raised(HIGH, LOW));
    var adopting = new FutureTask<>(() -> transactions.inTransaction(this::adoptAndFail));
    boolean free =
        transactions.inTransaction(
            () -> {
              sql().list(LOCK, row -> row.getInt(1), LOW);
              Thread.ofVirtual().start(adopting);
              Awaitility.await("the plan waits for it")
                  .atMost(30, SECONDS)
                  .pollInSameThread()
                  .until(() -> !sql().list(WAITING, row -> row.getInt(1)).isEmpty());
              return !sql().list(LOCK + " skip locked", row -> row.getInt(1), HIGH).isEmpty();
            });
    assertThat(free).as("the higher one was free").isTrue();
    assertThatThrownBy(() -> adopting.get(30, SECONDS)).hasRootCauseInstanceOf(Undone.class);
  }

  @AfterEach
  void nothing_was_raised() {
    transactions.inTransaction(
        () -> {
          sql().update("delete from escalation where escalation in (?::uuid, ?::uuid)", LOW, HIGH);
          sql().update("delete from plan_referral where referral in (?::uuid, ?::uuid)", LOW, HIGH);
          return null;
        });
  }

  private Void raised(UUID... ids) {
    for (UUID id : ids) {
      sql()
          .update(
              "insert into escalation (escalation, referral, kind, clock, started_by, due,"
                  + " organisation, confirmed, raised_at, placed)"
                  + " values (?::uuid, ?::uuid, 'CLOCK_EXPIRED', 'GRADE', ?::uuid, ?, ?, true, ?,"
                  + " true)",
              id,
              id,
              id,
              AT,
              FORCE,
              AT);
      sql()
          .update(
              "insert into plan_referral (referral, plan, organisation) values (?::uuid, ?, ?)",
              id,
              PLAN.plan(),
              FORCE);
    }
    return null;
  }

  /** No other test is to see of it. */
  private Void adoptAndFail() {
    CatchUpTable.on(transactions.connection()).adopted(PLAN, AT);
    throw new Undone();
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "what was raised");
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
