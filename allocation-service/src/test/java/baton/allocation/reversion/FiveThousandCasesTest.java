package baton.allocation.reversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.AllocationWorld;
import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.Reversions;
import baton.allocation.casework.model.CaseCommand.NoteOrigin;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.allocation.casework.model.RevertCustody;
import baton.allocation.platform.AllocationConfig;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.journal.clock.BusinessClock;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Commands;
import baton.platform.sql.Sql;
import baton.platform.testing.Receipts;
import baton.testing.BatonTestResource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with five thousand open cases leaves, and the service is stopped on the way. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class FiveThousandCasesTest {
  private static final int CASES = 5_000;
  private static final int UNTIL_KILLED = 1_700;
  private static final OrganisationCode FORCE = OrganisationCode.of("63");
  private static final PersonId LEAVER = PersonId.of("p-burdened");

  @Inject AllocationWorld world;
  @Inject NcaAssessments assessments;
  @Inject Reversions reversions;
  @Inject Commands commands;
  @Inject Attempts attempts;
  @Inject Transactions transactions;
  @Inject AxonJournal journal;
  @Inject BusinessClock clock;
  @Inject AllocationConfig config;
  @Inject Scheduler scheduler;

  /** The service's own job stands still: these instances are run by hand. */
  @BeforeEach
  void still() {
    scheduler.pause();
  }

  @AfterEach
  void on() {
    scheduler.resume();
  }

  @Test
  void each_reverts_once_though_one_was_killed_and_two_go_on() throws Exception {
    world.staffed("63", "north-polit", "p-boss", LEAVER.value());
    has(CASES);
    leaves();

    assertThatThrownBy(() -> killedAfter(UNTIL_KILLED).run()).hasMessage("killed");
    assertThat(reverted()).isEqualTo(UNTIL_KILLED);
    assertThat(stillHeld()).isTrue();

    try (var instances = Executors.newFixedThreadPool(2)) {
      var one = instances.submit(() -> job(reversions).run());
      var other = instances.submit(() -> job(reversions).run());
      one.get();
      other.get();
    }
    assertThat(reverted()).isEqualTo(CASES);
    assertThat(stillHeld()).isFalse();
    assertThat(heldBy("p-boss")).isEqualTo(CASES);
  }

  /** Cases of the time before: the person has them without anybody's offer. */
  private void has(int cases) {
    for (int begun = 0; begun < cases; begun += 500) {
      int count = Math.min(500, cases - begun);
      journal.inBatch(
          () -> {
            for (int i = 0; i < count; i++) {
              ReferralId id = Receipts.newReferral();
              commands.sendAsSystem(new OpenCase(id));
              commands.sendAsSystem(
                  new NoteOrigin(id, FORCE, new TeamId("north-polit"), LEAVER, null, null));
            }
            return null;
          });
    }
    assertThat(heldBy(LEAVER.value())).isEqualTo(cases);
  }

  private static void leaves() {
    AllocationWorld.as("administrator", "baton", "p-admin")
        .queryParam("organisation", FORCE.value())
        .delete("/officers/" + LEAVER)
        .then()
        .statusCode(200);
  }

  private ReversionJob job(Reversions how) {
    return new ReversionJob(assessments, how, commands, attempts, transactions, clock, config);
  }

  /** Its last transaction is undone, as that of a killed process is. */
  private ReversionJob killedAfter(int count) {
    var done = new AtomicInteger();
    return job(
        new Reversions(null, null, null) {
          @Override
          public boolean revert(RevertCustody command) {
            boolean reverted = reversions.revert(command);
            if (done.incrementAndGet() > count) throw new Error("killed");
            return reverted;
          }
        });
  }

  private boolean stillHeld() {
    return !assessments.heldBy(Set.of(FORCE), LEAVER, null, 1).isEmpty();
  }

  private int heldBy(String person) {
    return count("select count(*) from case_file where force = '63' and person = ?", person);
  }

  private int reverted() {
    return count(
        """
        select count(*) from event_entry e join case_file c on c.referral::text = e.aggregate_identifier
         where c.force = '63' and e.payload_type = ?\
        """,
        "baton.custody-reverted.v1");
  }

  private int count(String select, String value) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "a count")
                .find(select, row -> row.getInt(1), value)
                .orElseThrow());
  }
}
