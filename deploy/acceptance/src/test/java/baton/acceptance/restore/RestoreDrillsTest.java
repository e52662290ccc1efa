package baton.acceptance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.LocalBaton;
import baton.local.recovery.Outcome;
import baton.local.recovery.Restore.Part;
import baton.parts.LogTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be lost is lost, one thing after the other, in one installation: each time a
 * start is refused with a sentence, a recovery says what it would do, does it, and all is there.
 */
@Tag("full")
@Order(0)
class RestoreDrillsTest {
  private static DrilledBaton baton;

  @BeforeAll
  static void start() throws IOException {
    baton = DrilledBaton.start();
    baton.work(3);
  }

  @AfterAll
  static void stop() throws IOException {
    baton.close();
  }

  @Test
  void the_log_is_lost() throws Exception {
    baton.down();
    moveAway(baton.home().kafka());
    assertThat(baton.refusedUp()).contains("Of the log, topic baton.re").contains("is not there");
    mended("is not there", "baton.referrals was written again: ");
  }

  @Test
  void the_broker_is_another_cluster() throws Exception {
    baton.down();
    moveAway(baton.home().kafka());
    moveAway(baton.home().folder().resolve("cluster"));
    assertThat(baton.refusedUp()).contains("The broker is another cluster (");
    mended("The broker is another cluster (", "baton.referrals was written again: ");
  }

  @Test
  void a_topic_is_made_anew() throws Exception {
    baton.down();
    var brokers = new LocalBaton(baton.home(), _ -> {}).brokers();
    brokers.start();
    try (Admin admin = Admin.create(brokers.operator())) {
      admin.deleteTopics(List.of("baton.referrals")).all().get();
      LogTopics.create(brokers.operator(), 12, 1);
    } finally {
      brokers.stop();
    }
    assertThat(baton.refusedUp()).contains("topic baton.referrals was made anew");
    mended("topic baton.referrals was made anew", "baton.referrals was written again: ");
  }

  @Test
  void the_log_is_restored_from_the_past() throws Exception {
    var backup = baton.place("short-log");
    baton.backup(backup);
    baton.work(2);
    baton.down();
    baton.restore(backup, Part.LOG);
    assertThat(baton.refusedUp()).contains("topic baton.re").contains("was made anew");
    mended("was made anew", "baton.referrals was written again: ");
  }

  @Test
  void everything_is_restored_from_the_past_with_its_log() throws Exception {
    var backup = baton.place("whole");
    var signed = baton.signed();
    baton.backup(backup);
    baton.down();
    baton.restore(backup, Part.STORE, Part.LOG, Part.KEYRING);
    mended("was made anew", "baton.referrals: its id ");
    assertThat(baton.signed()).as("what was signed before").startsWith(signed);
  }

  @Test
  void one_database_is_lost() throws Exception {
    baton.down();
    baton.change("postgres", "drop database risk");
    assertThat(baton.refusedUp())
        .contains("risk-service: The store was restored from the past: the log holds ");
    mended("risk-service: The store was restored from the past", "Everything was recovered");
  }

  @Test
  void the_archive_is_lost() throws Exception {
    baton.down();
    baton.change("postgres", "drop database escalation");
    assertThat(baton.refusedUp())
        .contains("escalation-service: The store was restored from the past");
    mended("escalation-service: The store was restored from the past", "Everything was recovered");
  }

  @Test
  void the_archive_lacks_some_events() throws Exception {
    baton.down();
    baton.change(
        "escalation",
        "delete from archived_event where log_offset % 2 = 1 and referral is not null");
    mended("The archive lacks ", "Everything was recovered");
  }

  @Test
  void the_log_and_the_archive_are_lost() throws Exception {
    baton.down();
    baton.change("escalation", "truncate archived_event, log_checkpoint");
    moveAway(baton.home().kafka());
    assertThat(baton.refusedUp()).contains("is not there");
    mended("is not there", "baton.referrals was written again: 0 events from the archive");
  }

  @Test
  void the_keyring_is_lost_and_the_rest_goes_on() throws Exception {
    var backup = baton.place("keyring");
    baton.backup(backup);
    baton.down();
    baton.change("postgres", "drop database keyring");
    assertThat(baton.look().said())
        .anyMatch(line -> line.startsWith("The keyring is lost: it holds none of the "));
    baton.up();
    baton.verify();
    assertThat(baton.isReadable()).isFalse();

    baton.down();
    baton.restore(backup, Part.KEYRING);
    assertThat(baton.look().outcome()).isEqualTo(Outcome.IN_ORDER);
    baton.up();
    assertThat(baton.isReadable()).isTrue();
    baton.work(1);
    baton.verify();
  }

  @Test
  void the_key_encryption_key_is_lost_and_none_is_made_in_its_place() throws Exception {
    baton.down();
    Path kek = baton.home().keys().resolve("kek.json");
    Path away = moveAway(kek);
    assertThat(baton.refusedUp())
        .startsWith("The key-encryption key ")
        .contains("is missing, and the keyring holds keys that it wrapped");
    assertThat(kek).doesNotExist();
    Files.move(away, kek);
    baton.up();
    assertThat(baton.isReadable()).isTrue();
  }

  private static void mended(String sentence, String done) throws Exception {
    var found = baton.look();
    assertThat(found.outcome()).isEqualTo(Outcome.MENDABLE);
    assertThat(found.said()).anyMatch(line -> line.contains(sentence));
    var recovered = baton.apply();
    assertThat(recovered.said()).anyMatch(line -> line.contains(done));
    assertThat(recovered.outcome()).isEqualTo(Outcome.IN_ORDER);
    baton.verify();
    assertThat(baton.isReadable()).isTrue();
    baton.work(1);
    baton.verify();
  }

  private static Path moveAway(Path path) throws IOException {
    Path away = baton.place(path.getFileName().toString());
    return Files.move(path, away);
  }
}
