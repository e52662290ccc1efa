package baton.acceptance;

import static baton.acceptance.Installation.KENT;
import static org.assertj.core.api.Assertions.assertThat;

import baton.local.client.Answer.UnexpectedAnswer;
import baton.local.client.Staff;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sender that stops in the middle of a package and keeps its connection open. */
@Order(8)
@ExtendWith(RunningBaton.class)
class StalledUploadTest {
  private static final String AGENCY = "stalling-agency";
  private static final int SENT = 700;
  private static final int FIRST_CHUNK = 500;

  private static final Duration SOON = Duration.ofMinutes(2);

  /** Only these hold the relays up, whatever they wait for. */
  private static final String OPEN_TRANSACTIONS =
      """
      select count(*) from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()
         and state like 'idle in transaction%%' and xact_start < '%s'\
      """;

  /** PostgreSQL ends a transaction left open after 10 s, and would hide what this looks for. */
  private static final String ENDED_BY_POSTGRES =
      "select sessions_fatal from pg_stat_database where datname = 'intake'";

  private static final String HELD_BACK =
      """
      select count(*) from event_entry
       where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())\
      """;

  private final Installation baton;
  private final Watch watch;

  StalledUploadTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void delays_no_other_referral_on_its_way_to_the_board() throws SQLException {
    var databases = new Databases(baton.postgres());
    baton.settle();
    var before = watch.summary().path("open").asInt();
    var token = baton.token(Staff.agency(AGENCY));
    var ended = databases.one("postgres", ENDED_BY_POSTGRES);
    try (var upload = new Upload(baton, token, "stalled")) {
      upload.write(Referrals.lines("STALLED", SENT, KENT));
      Awaitility.await("the first lines are on the board while the rest is still awaited")
          .atMost(SOON)
          .until(() -> watch.summary().path("open").asInt() == before + FIRST_CHUNK);
      baton.settle();
      var stalled = OPEN_TRANSACTIONS.formatted(databases.one("postgres", "select now()"));
      Awaitility.await("none stays open that was when it stalled")
          .atMost(SOON)
          .until(() -> databases.one("postgres", stalled).equals("0"));

      for (int n = 0; n < 5; n++) {
        var other = baton.staff().send("ncmec", Referrals.referral("MEANWHILE-" + n, KENT));
        Awaitility.await("it passes the stalled package")
            .atMost(SOON)
            .ignoreExceptionsInstanceOf(UnexpectedAnswer.class)
            .until(() -> !watch.events(other, "baton.assessment-opened.v1").isEmpty());
      }
      Awaitility.await("nothing is held back")
          .atMost(SOON)
          .until(() -> databases.one("intake", HELD_BACK).equals("0"));
      assertThat(databases.one("postgres", ENDED_BY_POSTGRES))
          .as("transactions that had to be ended")
          .isEqualTo(ended);
      assertThat(upload.answer()).as("it still stalls").isNotDone();

      var receipt = Http.json(upload.end());
      assertThat(receipt.path("created").asInt()).isEqualTo(SENT);
    }
    baton.settle();
    assertThat(watch.summary().path("open").asInt()).isEqualTo(before + SENT + 5);
  }
}
