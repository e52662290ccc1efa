package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static baton.local.client.ServiceName.ESCALATION;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * escalation-service is killed while it sweeps and more sweeps wait. The one that runs is held
 * where it has read the log and waits for the board: the table into which the live reader archives
 * is locked, so that the board lacks an event that is on the log.
 */
@ExtendWith(RunningBaton.class)
class KilledSweepTest {
  private static final int SWEEPS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> ENDS = Set.of("done", "failed");
  private static final String READERS_HELD =
      "select count(*) from pg_locks where not granted and relation = 'archived_event'::regclass";

  private final Installation baton;
  private final Watch watch;

  KilledSweepTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void what_it_did_not_end_has_failed_and_the_next_finds_what_is_true() throws SQLException {
    for (int i = 0; i < 20; i++) send("SWEPT-" + i);
    baton.settle();
    var asked = new ArrayList<String>();
    try (Connection held = archiveHeld()) {
      send("SWEPT-LAST");
      await("the reader has it and cannot archive it").until(this::readerIsHeld);
      for (int i = 0; i < SWEEPS; i++) asked.add(ask());
      await("one runs").until(() -> state(asked.getFirst()).equals("comparing"));
      assertThat(asked.subList(1, SWEEPS)).allMatch(each -> state(each).equals("waiting"));
      baton.kill(ESCALATION);
      held.rollback();
    }
    baton.restart(ESCALATION);

    for (String sweep : asked) {
      JsonNode report =
          await("what became of it")
              .until(() -> report(sweep), each -> ENDS.contains(each.path("state").asText()));
      assertThat(report.path("state").asText()).as("killed in the middle").isEqualTo("failed");
      assertThat(report.path("reason").asText()).contains("sweep again");
      assertThat(report.path("differences")).as("nothing false").isEmpty();
    }
    JsonNode next = watch.sweep();
    assertThat(next.path("state").asText()).isEqualTo("done");
    assertThat(next.path("differences")).isEmpty();
    assertThat(next.path("referrals").asLong()).isGreaterThanOrEqualTo(21);
    assertThat(watch.escalations("state=open&kind=BOARD_DIFFERS")).isEmpty();
  }

  private static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(PATIENCE);
  }

  private void send(String reference) {
    baton.staff().send("ncmec", Referrals.referral(reference, KENT));
  }

  /** Nobody adds to the archive until the transaction ends; everybody may read it. */
  private Connection archiveHeld() throws SQLException {
    Connection connection = baton.postgres().connect("escalation");
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table archived_event in share mode");
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private boolean readerIsHeld() throws SQLException {
    return !new Databases(baton.postgres()).one("escalation", READERS_HELD).equals("0");
  }

  private String ask() {
    return baton
        .client()
        .post(ESCALATION, Staff.auditor(), "/sweeps", Map.of())
        .orFail()
        .path("sweepId")
        .asText();
  }

  private String state(String sweep) {
    return report(sweep).path("state").asText();
  }

  private JsonNode report(String sweep) {
    return baton.client().get(ESCALATION, Staff.auditor(), "/sweeps/" + sweep).orFail();
  }
}
