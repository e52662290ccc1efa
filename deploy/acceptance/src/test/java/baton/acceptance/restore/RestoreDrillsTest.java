package baton.acceptance.restore;

import static java.util.stream.Collectors.toMap;
import static org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset;
import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.recovery.LogView;
import baton.local.client.ServiceName;
import baton.local.recovery.Outcome;
import baton.local.recovery.Restore.Part;
import baton.parts.LogTopics;
import baton.parts.keys.KeyEncryptionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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
  private static final String REFERRALS = "baton.referrals";

  /** More than one batch of records holds here. */
  private static final int STRANGERS = 100;

  /** A first event of risk-service about a referral that it has told another first event of. */
  private static final String ANOTHER_STORY =
      """
      insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
        time_stamp, payload_type, payload_revision, payload, meta_data)
      select gen_random_uuid()::text, '%s', sequence_number, type,
        time_stamp, payload_type, payload_revision, payload, meta_data
        from event_entry where sequence_number = 0 limit 1\
      """;

  private static DrilledBaton baton;

  /** A drill that failed leaves what no other one can begin with. */
  private static boolean inOrder;

  @BeforeEach
  void start() throws IOException {
    if (!inOrder) {
      baton = DrilledBaton.start(1);
      baton.work(3);
    }
    inOrder = false;
  }

  @AfterAll
  static void stop() throws IOException {
    if (baton != null) baton.close();
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
    baton.withLog(
        (admin, brokers) -> {
          admin.deleteTopics(List.of(REFERRALS)).all().get();
          LogTopics.create(brokers.operator(), 12, 1);
        });
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
  void the_end_of_a_partition_is_lost() throws Exception {
    baton.down();
    var partition = TornLog.cut(baton.home().kafka().resolve("data"), REFERRALS);
    assertThat(baton.refusedUp())
        .contains(partition + " ends at offset ")
        .contains("the end of the log is lost");
    mended("the end of the log is lost", "baton.referrals was written again: ");
  }

  @Test
  void the_end_of_a_partition_is_lost_and_strangers_write_on() throws Exception {
    baton.down();
    var partition = TornLog.cut(baton.home().kafka().resolve("data"), REFERRALS);
    baton.withLog((_, brokers) -> TornLog.writeOn(brokers.operator(), partition, STRANGERS));
    assertThat(baton.refusedUp())
        .contains("The log was cut and written on: " + partition + " holds at offset ");
    mended("The log was cut and written on", "baton.referrals was written again: ");
  }

  /** Of what risk-service said, most is nowhere but in what was kept of the log that was cut. */
  @Test
  void a_recovery_is_killed_again_and_again_and_what_only_the_old_log_held_is_there()
      throws Exception {
    var held = baton.eventsOnLog();
    baton.down();
    var partition = TornLog.cut(baton.home().kafka().resolve("data"), REFERRALS);
    baton.change(
        "escalation",
        "delete from archived_event where topic = 'baton.referrals' and source = '/risk-service'"
            + " and topic || '-' || partition <> '"
            + partition
            + "'");
    baton.change("postgres", "drop database risk");
    for (int kill = 0; kill < 2; kill++)
      KilledRecovery.at("writing baton.referrals again", baton.home());
    recovered("baton.referrals", " that only it held, ");
    assertThat(baton.eventsOnLog()).containsAll(held);
    baton.verify();
    goesOn();
  }

  @Test
  void records_are_deleted_that_a_service_has_not_read() throws Exception {
    var unread = baton.sendWithoutRisk(3);
    baton.down();
    baton.withLog(
        (admin, _) ->
            admin
                .deleteRecords(
                    LogView.of(admin).ends().entrySet().stream()
                        .filter(end -> end.getKey().topic().equals(REFERRALS))
                        .collect(toMap(Map.Entry::getKey, end -> beforeOffset(end.getValue()))))
                .all()
                .get());
    assertThat(baton.refusedUp()).contains("risk-service: ").contains("its beginning was deleted");
    recovered("its beginning was deleted", "baton.referrals was written again: ");
    unread.forEach(baton::handOn);
    goesOn();
  }

  @Test
  void records_are_deleted_of_a_partition_of_which_nobody_has_read_any() throws Exception {
    baton.down();
    int partition =
        Integer.parseInt(
            baton.value(
                "escalation",
                "select partition from archived_event where topic = 'baton.referrals' limit 1"));
    var unread = " where topic = 'baton.referrals' and partition = " + partition;
    for (var service : ServiceName.values())
      baton.change(service.slug(), "delete from log_checkpoint" + unread);
    baton.change("escalation", "delete from archived_event" + unread);
    baton.withLog(
        (admin, _) -> {
          var place = new TopicPartition(REFERRALS, partition);
          long end = LogView.of(admin).ends().get(place);
          admin.deleteRecords(Map.of(place, beforeOffset(end))).all().get();
        });
    assertThat(baton.refusedUp()).contains("its beginning was deleted");
    mended("its beginning was deleted", "baton.referrals was written again: ");
  }

  @Test
  void a_store_from_the_past_was_written_on_and_nothing_is_tried() throws Exception {
    var backup = baton.place("two-stories");
    baton.backup(backup);
    var referral = baton.send();
    baton.handOn(referral);
    baton.settle();
    baton.down();
    baton.restore(backup, Part.STORE);
    baton.change("risk", ANOTHER_STORY.formatted(referral));

    var before = baton.fingerprint();
    for (var outcome : List.of(baton.look(), baton.apply())) {
      assertThat(outcome.outcome()).isEqualTo(Outcome.BEYOND_MENDING);
      assertThat(outcome.said())
          .anyMatch(line -> line.startsWith("risk-service: Log and store tell two stories: event "))
          .noneMatch(line -> line.contains("belong together"));
    }
    assertThat(baton.fingerprint()).as("left alone").isEqualTo(before);
    assertThat(baton.refusedUp()).contains("see: baton recover");

    baton.restore(backup, Part.STORE);
    mended("-service: The store was restored from the past", "Everything was recovered");
  }

  @Test
  void the_keyring_is_lost_or_older_and_the_rest_goes_on() throws Exception {
    var backup = baton.place("keyring");
    baton.backup(backup);
    baton.down();
    var newest = baton.value("risk", "select max(key) from referral_key");
    baton.change("keyring", "delete from data_key where key >= '" + newest + "'");
    keyringIsAmiss("The keyring is older than the stores: it lacks ");
    baton.change("postgres", "drop database keyring");
    keyringIsAmiss("The keyring is lost: it holds none of the ");
    baton.up();
    baton.verify();
    assertThat(baton.isReadable()).isFalse();

    baton.down();
    baton.restore(backup, Part.KEYRING);
    assertThat(baton.look().outcome()).isEqualTo(Outcome.IN_ORDER);
    baton.up();
    assertThat(baton.isReadable()).isTrue();
    goesOn();
  }

  @Test
  void a_keyring_that_lacks_the_newest_key_is_said_as_the_services_start() throws Exception {
    var backup = baton.place("older-keyring");
    var referral = baton.send();
    baton.settle();
    baton.backup(backup);
    baton.down();
    var newest = baton.value("risk", "select max(key) from referral_key");
    baton.change("keyring", "delete from data_key where key >= '" + newest + "'");
    baton.up();
    assertThat(baton.readiness()).contains("The keyring is older than this store: it lacks 1 of ");
    assertThat(baton.grades(referral).toString())
        .contains("referral-unreadable")
        .contains("the keyring is lost or older than what this service stores")
        .doesNotContain("disposed of");

    baton.down();
    baton.restore(backup, Part.KEYRING);
    baton.up();
    assertThat(baton.readiness()).doesNotContain("The keyring");
    assertThat(baton.grades(referral).ok()).isTrue();
    baton.handOn(referral);
    goesOn();
  }

  /** Only people have another keyring: that is said, nothing is changed, and nobody is calmed. */
  private static void keyringIsAmiss(String sentence) throws Exception {
    var before = baton.fingerprint();
    for (var outcome : List.of(baton.look(), baton.apply())) {
      assertThat(outcome.outcome()).isEqualTo(Outcome.BEYOND_MENDING);
      assertThat(outcome.said()).hasSize(1).first().asString().startsWith(sentence);
    }
    assertThat(baton.fingerprint()).isEqualTo(before);
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
    KeyEncryptionKey.in(kek);
    keyringIsAmiss("The key-encryption key %s is not the one that wrapped ".formatted(kek));
    Files.move(away, kek, StandardCopyOption.REPLACE_EXISTING);
    baton.up();
    assertThat(baton.isReadable()).isTrue();
    goesOn();
  }

  private static void mended(String sentence, String done) throws Exception {
    recovered(sentence, done);
    baton.verify();
    goesOn();
  }

  private static void recovered(String sentence, String done) throws Exception {
    var found = baton.look();
    assertThat(found.outcome()).isEqualTo(Outcome.MENDABLE);
    assertThat(found.said()).anyMatch(line -> line.contains(sentence));
    var recovered = baton.apply();
    assertThat(recovered.said()).anyMatch(line -> line.contains(done));
    assertThat(recovered.outcome()).isEqualTo(Outcome.IN_ORDER);
    baton.settle();
    assertThat(baton.isReadable()).isTrue();
  }

  private static void goesOn() throws Exception {
    baton.work(1);
    baton.verify();
    inOrder = true;
  }

  private static Path moveAway(Path path) throws IOException {
    Path away = baton.place(path.getFileName().toString());
    return Files.move(path, away);
  }
}
