package baton.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.allocation.ActionRecorded;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;
import baton.journal.Samples;
import baton.journal.envelope.Attributes;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.seal.KeyGone;
import baton.journal.seal.Tampered;
import baton.journal.store.TestReferral.Arrest;
import baton.journal.store.TestReferral.ArrestTwice;
import baton.journal.store.TestReferral.Receive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStoreEngineTest {
  private static TestJournal journal;
  private final ReferralId referral = Samples.newReferral();

  @BeforeAll
  static void start() {
    journal = new TestJournal();
  }

  @BeforeEach
  void reset() {
    journal.now.set(TestJournal.START);
    journal.listeners.clear();
    journal.statements.clear();
    journal.wakes.set(0);
  }

  @Test
  void a_row_says_all_that_the_envelope_needs() {
    journal
        .gateway()
        .sendAndWait(
            new GenericCommandMessage<>(
                new Receive(referral),
                MetaData.from(
                    Map.of(
                        Attributes.ACTOR,
                        "agency:toronto-police",
                        Attributes.ORGANISATION,
                        "toronto-police",
                        Attributes.CAUSATION_ID,
                        "request-1",
                        Attributes.CORRELATION_ID,
                        "chain-1",
                        Attributes.TRACEPARENT,
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71-01",
                        "other",
                        "not kept"))));
    Map<String, String> row = row();
    assertThat(row)
        .containsEntry("type", "TestReferral")
        .containsEntry("payload_type", "baton.referral-received.v1")
        .containsEntry("payload_revision", null)
        .containsEntry("sequence_number", "0")
        .containsEntry("time_stamp", "2026-11-21T19:09:00.123456Z");
    assertThat(row.get("meta_data"))
        .isEqualTo(
            "{\"referral\":\""
                + referral
                + "\",\"time\":\"2026-11-21T19:09:00.123456Z\","
                + "\"recordedtime\":\"2026-11-21T19:09:00.123456Z\","
                + "\"actor\":\"agency:toronto-police\",\"organisation\":\"toronto-police\","
                + "\"causationid\":\"request-1\",\"correlationid\":\"chain-1\","
                + "\"marking\":\"OFFICIAL-SENSITIVE\",\"custody\":\"moves\","
                + "\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b71-01\"}");
    assertThat(UUID.fromString(row.get("event_identifier")).version()).isEqualTo(7);
    assertThat(row.get("transaction_id")).isNotBlank();
  }

  @Test
  void a_service_acts_for_itself_where_nobody_is_named() {
    journal.gateway().sendAndWait(new Receive(referral));
    assertThat(row().get("meta_data"))
        .contains("\"actor\":\"system:intake-service\",\"organisation\":\"baton\"")
        .doesNotContain("causationid", "correlationid", "traceparent");
  }

  @Test
  void time_is_when_it_happened_and_custody_is_silent_where_it_stays() {
    Instant yesterday = Instant.parse("2026-11-20T08:00:00.000000999Z");
    journal.gateway().sendAndWait(new Arrest(referral.toString(), referral, yesterday));
    assertThat(row().get("meta_data"))
        .contains("\"time\":\"2026-11-20T08:00:00.000000Z\"")
        .contains("\"recordedtime\":\"2026-11-21T19:09:00.123456Z\"")
        .doesNotContain("custody");
  }

  @Test
  void no_personal_datum_stands_in_any_row_and_the_search_does_look() {
    journal.gateway().sendAndWait(new Receive(referral));
    journal.gateway().sendAndWait(new ArrestTwice(referral));
    String everything =
        List.of("event_entry", "referral_clock", "referral_key").stream()
            .map(table -> all("select * from " + table).toString())
            .reduce("", String::concat);
    assertThat(everything).contains(Samples.REFERENCE).doesNotContain("Zebediah", "Nowhere");
  }

  @Test
  void what_was_sealed_is_read_with_the_key_of_its_referral_only() {
    journal.gateway().sendAndWait(new Receive(referral));
    journal.gateway().sendAndWait(new ArrestTwice(referral));
    List<BatonEvent> events = stored();
    assertThat(events).hasSize(3);
    assertThat(events.stream().map(e -> ((HoldsPersonalData<?, ?>) e).sealed().key()).distinct())
        .hasSize(1);
    var received = (ReferralReceived) events.getFirst();
    ReferralDetails details = journal.sealer.open(received.sealed(), id(0), ReferralDetails.class);
    assertThat(details.fields()).containsEntry("narrative", Samples.SECRET);
    var arrested = (ActionRecorded) events.getLast();
    assertThatThrownBy(() -> journal.sealer.open(arrested.sealed(), id(1), FreeText.class))
        .isInstanceOf(Tampered.class);
  }

  @Test
  void with_its_key_deleted_a_referral_is_unreadable_and_everything_else_works() {
    ReferralId other = Samples.newReferral();
    journal.gateway().sendAndWait(new Receive(referral));
    journal.gateway().sendAndWait(new Receive(other));
    var received = (ReferralReceived) stored().getFirst();
    journal.keyring.delete(received.sealed().key());
    assertThatThrownBy(() -> journal.sealer.open(received.sealed(), id(0), ReferralDetails.class))
        .isInstanceOf(KeyGone.class);
    assertThat(journal.<Integer>send(new Receive(referral))).isEqualTo(1);
    var kept = (ReferralReceived) journal.events(other).getFirst();
    assertThat(journal.sealer.open(kept.sealed(), journal.id(other, 0), ReferralDetails.class))
        .isNotNull();
  }

  @Test
  void events_of_one_append_are_a_microsecond_apart() {
    journal.send(new Receive(referral));
    journal.send(new ArrestTwice(referral));
    assertThat(times(referral))
        .containsExactly(
            "2026-11-21T19:09:00.123456Z",
            "2026-11-21T19:09:00.123457Z",
            "2026-11-21T19:09:00.123458Z");
  }

  @Test
  void a_clock_that_fell_back_never_puts_an_effect_before_its_cause() {
    journal.send(new Receive(referral));
    journal.now.set(TestJournal.START.minusSeconds(3_600));
    journal.send(new ArrestTwice(referral));
    assertThat(times(referral)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void what_was_read_from_the_log_comes_before_what_it_leads_to() {
    Instant read = TestJournal.START.plusSeconds(5);
    journal.axon.inBatch(
        () -> {
          journal.transactions.witnessed(heard(referral, read, journal.keyring.fresh().id()));
          return null;
        });
    journal.send(new Arrest("elsewhere-" + referral, referral, Instant.EPOCH));
    assertThat(times("elsewhere-" + referral)).containsExactly("2026-11-21T19:09:05.123457Z");
  }

  @Test
  void what_was_read_in_the_same_batch_counts_too() {
    Instant read = TestJournal.START.plusSeconds(5);
    String key = journal.keyring.fresh().id();
    journal.axon.inBatch(
        () -> {
          journal.transactions.witnessed(heard(referral, read, key));
          return journal.send(new Arrest(referral.toString(), referral, Instant.EPOCH));
        });
    assertThat(times(referral)).containsExactly("2026-11-21T19:09:05.123457Z");
    assertThat(((ActionRecorded) journal.events(referral).getFirst()).sealed().key())
        .isEqualTo(key);
  }

  @Test
  void the_register_is_stamped_as_one() {
    var first = Samples.batch();
    var second = Samples.batch();
    journal.send(new TestRegister.Open(first));
    journal.send(new TestRegister.Open(second));
    assertThat(times(second.batch().toString()).getFirst())
        .isGreaterThan(times(first.batch().toString()).getFirst());
    assertThat(journal.meta(first.batch().toString())).doesNotContain("referral", "custody");
  }

  @Test
  void a_batch_is_one_insert_and_a_later_command_finds_what_an_earlier_one_created() {
    List<ReferralId> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) many.add(Samples.newReferral());
    journal.axon.inBatch(
        () -> {
          for (ReferralId one : many) journal.send(new Receive(one));
          for (ReferralId one : many)
            assertThat(journal.<Integer>send(new ArrestTwice(one))).isEqualTo(1);
          return null;
        });
    assertThat(journal.statements.count("executeBatch insert into event_entry")).isEqualTo(1);
    assertThat(journal.statements.count("executeQuery insert into referral_clock")).isEqualTo(1);
    assertThat(journal.wakes).hasValue(1);
    for (ReferralId one : many) assertThat(journal.events(one)).hasSize(3);
  }

  @Test
  void read_models_are_told_in_the_same_transaction_what_is_stored() {
    List<Recorded<? extends BatonEvent>> told = new ArrayList<>();
    journal.listeners.add((events, transaction) -> told.addAll(events));
    journal.transactions.inTransaction(
        () -> {
          journal.send(new Receive(referral));
          assertThat(journal.transactions.appended()).isEqualTo(told);
          assertThat(journal.wakes).hasValue(0);
          return null;
        });
    assertThat(journal.wakes).hasValue(1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().event()).isEqualTo(journal.events(referral).getFirst());
    assertThat(told.getFirst().recordedTime()).isEqualTo(TestJournal.START);
  }

  @Test
  void a_read_model_that_fails_undoes_the_append() {
    journal.listeners.add(
        (events, transaction) -> {
          throw new IllegalStateException("the read model is broken");
        });
    assertThatThrownBy(() -> journal.send(new Receive(referral)))
        .hasMessageContaining("the read model is broken");
    assertThat(times(referral)).isEmpty();
    assertThat(journal.wakes).hasValue(0);
  }

  @Test
  void the_row_gives_an_envelope_whose_event_is_the_stored_one() {
    journal.send(new Receive(referral));
    Map<String, String> row = row();
    Envelope envelope =
        Envelope.ofRow(
            "/intake-service",
            row.get("payload_type"),
            row.get("aggregate_identifier"),
            Long.parseLong(row.get("sequence_number")),
            row.get("event_identifier"),
            row.get("meta_data"),
            row.get("payload"));
    assertThat(Envelope.parse(envelope.bytes())).isEqualTo(envelope);
    assertThat(new EventCodec().decode(envelope).event())
        .isEqualTo(journal.events(referral).getFirst());
  }

  private static Recorded<ReferralReceived> heard(ReferralId referral, Instant at, String key) {
    return new Recorded<>(
        EventId.of("01990000-0000-7000-8000-000000000001"),
        "/intake-service",
        referral.toString(),
        referral,
        0,
        at,
        at,
        Actor.system("intake-service"),
        OrganisationCode.BATON,
        null,
        null,
        Samples.received(referral).withSealed(Sealed.box(key, new byte[] {1})));
  }

  private Map<String, String> row() {
    return journal
        .rows("select * from event_entry where aggregate_identifier = '" + referral + "'")
        .getFirst();
  }

  private List<BatonEvent> stored() {
    return journal.events(referral);
  }

  private EventId id(long sequence) {
    return journal.id(referral, sequence);
  }

  private static List<String> times(ReferralId referral) {
    return times(referral.toString());
  }

  private static List<String> times(String stream) {
    return all(
            "select time_stamp from event_entry where aggregate_identifier = '%s' order by sequence_number"
                .formatted(stream))
        .stream()
        .map(row -> row.get("time_stamp"))
        .toList();
  }

  private static List<Map<String, String>> all(String sql) {
    return journal.rows(sql);
  }
}
