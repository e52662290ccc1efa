package baton.acceptance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.recovery.Outcome;
import baton.local.recovery.Restore.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The short drill, over three brokers: a backup is taken while people work, and put back a while
 * later; first the databases alone, then everything.
 */
@Tag("full")
@Order(0)
class RestoreTest {
  private static final int BROKERS = 3;

  @Test
  void databases_restored_from_the_past_get_back_what_the_log_holds() throws Exception {
    try (var baton = DrilledBaton.start(BROKERS)) {
      baton.work(1);
      var backup = baton.place("backup");
      baton.working(() -> baton.backup(backup));
      baton.work(1);
      baton.down();
      baton.restore(backup, Part.STORE);

      assertThat(baton.refused())
          .contains("-service: The store was restored from the past: the log holds ")
          .contains("see: baton recover");
      var refused = baton.sends();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body().path("type").asText()).endsWith("store-refuses");
      baton.down();

      var found = baton.look();
      assertThat(found.outcome()).isEqualTo(Outcome.MENDABLE);
      assertThat(found.said())
          .anyMatch(line -> line.startsWith("intake-service: The store was restored from the past"))
          .anyMatch(line -> line.startsWith("With --apply: intake-service brings its store"));

      assertThat(baton.apply().outcome()).isEqualTo(Outcome.IN_ORDER);
      baton.settle();
      baton.verify();
      assertThat(baton.isReadable()).as("sealed with keys younger than the backup").isTrue();
      baton.work(1);
      baton.verify();
      everythingIsRestored(baton);
    }
  }

  private static void everythingIsRestored(DrilledBaton baton) throws Exception {
    var backup = baton.place("whole");
    baton.backup(backup);
    baton.down();
    baton.restore(backup, Part.STORE, Part.LOG, Part.KEYRING);
    assertThat(baton.apply().outcome()).isEqualTo(Outcome.IN_ORDER);
    baton.settle();
    baton.verify();
    assertThat(baton.isReadable()).isTrue();
    baton.work(1);
    baton.verify();
  }
}
