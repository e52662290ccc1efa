package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.ReferralId;
import baton.contract.RegisterEvent;
import baton.contract.allocation.ActionRecorded;
import baton.contract.feed.FeedTypes;
import baton.journal.ActionOfOldTimes;
import baton.journal.Samples;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.store.TestReferral.ArrestTwice;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What old code stored is read for ever, through the event store and through the log. The approved
 * files are those bytes: none of them may ever be changed or taken out.
 */
class OldBytesTest {
  private static final Path APPROVED = Path.of("../contract/src/test/resources/approved");
  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");

  private static TestJournal journal;

  @BeforeAll
  static void start() {
    journal = new TestJournal(ActionOfOldTimes.READ);
  }

  /** Of the log's events; what a feed tells is never stored as one. */
  static List<String> everyApprovedFile() throws IOException {
    try (var files = Files.list(APPROVED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !FeedTypes.names().contains(file.replaceFirst("\\.json$", "")))
          .sorted()
          .toList();
    }
  }

  @Test
  void no_approved_file_was_lost() throws IOException {
    assertThat(everyApprovedFile())
        .containsAll(EventTypes.names().stream().map(name -> name + ".json").toList());
  }

  @ParameterizedTest
  @MethodSource("everyApprovedFile")
  void approved_bytes_are_read_from_the_store_and_from_the_log(String file) throws Exception {
    String data = Files.readString(APPROVED.resolve(file));
    String type = file.replaceFirst("\\.json$", "");
    Envelope old = stored(type, isOfReferral(type) ? REFERRAL : null, newStream(), 0, data);
    BatonEvent fromStore = read(old.subject()).getFirst();
    BatonEvent fromLog = new EventCodec().decode(Envelope.parse(old.bytes())).event();
    assertThat(fromStore).isEqualTo(fromLog);
    assertThat(EventTypes.nameOf(fromStore.getClass())).isEqualTo(type);
    assertThat(new EventCodec().data(fromStore)).isEqualTo(data);
    assertThat(new String(old.bytes(), java.nio.charset.StandardCharsets.UTF_8)).contains(data);
  }

  @Test
  void an_earlier_version_is_todays_event_to_an_aggregate() throws SQLException {
    var referral = Samples.newReferral();
    stored(
        ActionOfOldTimes.NAME, referral, referral.toString(), 0, ActionOfOldTimes.data(referral));
    assertThat(journal.<Integer>send(new ArrestTwice(referral))).isEqualTo(1);
    assertThat(journal.events(referral))
        .hasSize(3)
        .hasOnlyElementsOfType(ActionRecorded.class)
        .first()
        .extracting(event -> ((ActionRecorded) event).happenedAt())
        .isEqualTo(Instant.parse("2012-07-03T23:00:00Z"));
    assertThat(
            journal.rows(
                "select payload, payload_type from event_entry where sequence_number = 0"
                    + " and aggregate_identifier = '%s'".formatted(referral)))
        .first()
        .hasFieldOrPropertyWithValue("payload", ActionOfOldTimes.data(referral))
        .hasFieldOrPropertyWithValue("payload_type", ActionOfOldTimes.NAME);
  }

  @Test
  void nothing_is_decided_on_a_stream_that_a_later_version_went_on_with() throws SQLException {
    var referral = Samples.newReferral();
    stored(
        ActionOfOldTimes.NAME, referral, referral.toString(), 0, ActionOfOldTimes.data(referral));
    stored("baton.action-recorded.v9", referral, referral.toString(), 1, "{}");
    assertThatThrownBy(() -> journal.send(new ArrestTwice(referral)))
        .isInstanceOf(NewerEvent.class)
        .hasMessageContaining("baton.action-recorded.v9");
    assertThat(
            journal.rows(
                "select 1 from event_entry where aggregate_identifier = '%s'".formatted(referral)))
        .hasSize(2);
  }

  private static boolean isOfReferral(String type) {
    return !RegisterEvent.class.isAssignableFrom(EventTypes.classOf(type).orElseThrow());
  }

  private static String newStream() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  /** A row as it was written then. */
  private static Envelope stored(
      String type, ReferralId referral, String stream, long sequence, String data)
      throws SQLException {
    var envelope =
        new Envelope(
            UuidCreator.getTimeOrderedEpochPlus1().toString(),
            "/intake-service",
            type,
            stream,
            referral == null ? null : referral.toString(),
            sequence,
            "2012-07-04T13:00:00.000000Z",
            "2012-07-04T13:00:00.000001Z",
            "system:intake-service",
            "baton",
            null,
            null,
            Envelope.DEFAULT_MARKING,
            false,
            null,
            data);
    try (var connection = journal.store.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into event_entry (event_identifier, aggregate_identifier, sequence_number,
                  type, time_stamp, payload_type, payload, meta_data)
                values (?, ?, ?, 'TestReferral', ?, ?, ?, ?)""")) {
      insert.setString(1, envelope.id());
      insert.setString(2, stream);
      insert.setLong(3, sequence);
      insert.setString(4, envelope.recordedTime());
      insert.setString(5, type);
      insert.setString(6, data);
      insert.setString(7, envelope.metaData());
      insert.executeUpdate();
    }
    return envelope;
  }

  private static List<BatonEvent> read(String stream) {
    return journal.transactions.inTransaction(
        () ->
            journal
                .axon
                .eventStore()
                .readEvents(stream)
                .asStream()
                .<BatonEvent>map(message -> (BatonEvent) message.getPayload())
                .toList());
  }
}
