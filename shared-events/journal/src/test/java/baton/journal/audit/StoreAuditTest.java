package baton.journal.audit;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.journal.AuditEvent;
import baton.contract.journal.StoreAudited;
import baton.contract.journal.StoreDifference;
import baton.contract.journal.StoreDiffers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreAuditTest {
  private static final int FAST = 1_000_000;

  private final AuditedService service = new AuditedService();
  private ReferralId referral;

  @BeforeEach
  void store() {
    referral = service.stores(5);
    service.stores(3);
    service.awaitPublished();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void a_store_that_is_what_the_log_says_is_audited_without_a_difference() {
    service.audits(FAST);

    assertThat(service.recorded()).startsWith(audited(1, 8, 8, 0));
    assertThat(service.meters.get("baton.audit.differences").gauge().value()).isZero();
  }

  @Test
  void an_event_that_the_store_has_lost_is_named_with_its_place_on_the_log() {
    EventId lost = service.event(referral, 2);
    service.execute("delete from event_entry where event_identifier = '" + lost + "'");
    service.audits(FAST);

    StoreDiffers differs = first(StoreDiffers.class);
    assertThat(differs.difference()).isEqualTo(StoreDifference.NOT_IN_STORE);
    assertThat(differs.event()).isEqualTo(lost);
    assertThat(differs.stream()).isEqualTo(referral.toString());
    assertThat(differs.topic()).isEqualTo("baton.referrals");
    assertThat(service.recorded()).contains(audited(1, 8, 7, 1));
  }

  @Test
  void an_event_that_was_altered_is_named() {
    EventId altered = service.event(referral, 3);
    service.execute(
        "update event_entry set payload = replace(payload, '}', ',\"x\":1}')"
            + " where event_identifier = '%s'".formatted(altered));
    service.audits(FAST);

    assertThat(first(StoreDiffers.class).difference()).isEqualTo(StoreDifference.OTHER_BYTES);
    assertThat(first(StoreDiffers.class).event()).isEqualTo(altered);
  }

  @Test
  void one_flipped_bit_is_enough() {
    EventId altered = service.event(referral, 1);
    service.execute(
        "update event_entry set payload = overlay(payload placing"
            + " chr(ascii(substr(payload, 15, 1)) # 1) from 15 for 1)"
            + " where event_identifier = '%s'".formatted(altered));
    service.audits(FAST);

    assertThat(first(StoreDiffers.class).difference()).isEqualTo(StoreDifference.OTHER_BYTES);
    assertThat(first(StoreDiffers.class).event()).isEqualTo(altered);
    assertThat(service.recorded()).contains(audited(1, 8, 8, 1));
  }

  @Test
  void of_two_events_that_changed_places_the_first_is_named() {
    EventId second = service.event(referral, 1);
    EventId third = service.event(referral, 2);
    place(second, 90);
    place(third, 1);
    place(second, 2);
    service.audits(FAST);

    assertFirst(StoreDifference.OTHER_BYTES, second, 2);
  }

  @Test
  void of_a_store_that_was_cut_off_the_first_missing_event_is_named() {
    EventId fourth = service.event(referral, 3);
    EventId fifth = service.event(referral, 4);
    service.execute(
        "delete from event_entry where event_identifier in ('%s', '%s')".formatted(fourth, fifth));
    service.audits(FAST);

    assertFirst(StoreDifference.NOT_IN_STORE, fourth, 2);
  }

  @Test
  void where_a_store_tells_another_story_the_first_event_of_the_logs_is_named() {
    EventId fourth = service.event(referral, 3);
    EventId fifth = service.event(referral, 4);
    service.execute(
        "update event_entry set event_identifier = '0199a000-0000-7000-8000-00000000000'"
            + " || sequence_number where event_identifier in ('%s', '%s')"
                .formatted(fourth, fifth));
    service.audits(FAST);

    assertFirst(StoreDifference.NOT_IN_STORE, fourth, 4);
  }

  @Test
  void what_an_event_in_the_stores_past_was_exchanged_for_is_found_and_the_event_is_named() {
    EventId moved = service.event(referral, 4);
    service.execute(
        "update event_entry set sequence_number = sequence_number + 100, event_identifier ="
            + " '0199a000-0000-7000-8000-000000000001' where event_identifier = '%s'"
                .formatted(moved));
    service.audits(FAST);

    assertFirst(StoreDifference.NOT_IN_STORE, moved, 2);
  }

  @Test
  void an_event_that_counts_as_published_and_is_not_on_the_log_is_named() {
    service.stopPublishing();
    ReferralId never = service.stores(2);
    service.pretendPublished();
    service.audits(FAST);

    StoreDiffers differs = first(StoreDiffers.class);
    assertThat(differs.difference()).isEqualTo(StoreDifference.NOT_ON_LOG);
    assertThat(differs.event()).isEqualTo(service.event(never, 0));
    assertThat(differs.offset()).isNull();
    assertThat(first(StoreAudited.class).differences()).isEqualTo(2);
  }

  @Test
  void what_the_broker_refuses_is_not_missed_on_the_log() {
    service.stopPublishing();
    ReferralId refused = service.stores(2);
    service.execute(
        """
        insert into relay_parked (record_key, transaction_id, global_index, event_identifier,
          payload_type, refusal) values ('%s', '0', 0, '', '', '')\
        """
            .formatted(refused));
    service.pretendPublished();
    service.audits(FAST);

    assertThat(first(StoreAudited.class).differences()).isZero();
  }

  @Test
  void what_was_mended_is_no_difference_in_the_next_audit() {
    service.execute("update event_entry set payload = payload || ' '");
    service.audits(FAST);
    service.execute("update event_entry set payload = rtrim(payload)");
    service.audits(FAST);

    assertThat(service.recorded().stream().filter(StoreDiffers.class::isInstance)).hasSize(1);
    List<Long> differences =
        service.recorded().stream()
            .filter(StoreAudited.class::isInstance)
            .map(audited -> ((StoreAudited) audited).differences())
            .toList();
    assertThat(differences.getFirst()).isPositive();
    assertThat(differences.getLast()).isZero();
  }

  @Test
  void an_audit_that_is_stopped_goes_on_where_it_was() {
    service.start(1);
    await().until(() -> compared() > 0);
    service.stopAuditing();
    long before = compared();
    service.audits(FAST);

    assertThat(first(StoreAudited.class)).isEqualTo(audited(1, 8, 8, 0));
    assertThat(before).as("records of the first instance").isPositive();
  }

  private void place(EventId event, long sequence) {
    service.execute(
        "update event_entry set sequence_number = %d where event_identifier = '%s'"
            .formatted(sequence, event));
  }

  /**
   * @param count of all differences, either way
   */
  private void assertFirst(StoreDifference how, EventId event, long count) {
    assertThat(first(StoreDiffers.class).difference()).isEqualTo(how);
    assertThat(first(StoreDiffers.class).event()).isEqualTo(event);
    assertThat(first(StoreAudited.class).differences()).isEqualTo(count);
  }

  private long compared() {
    List<Long> next =
        service.numbers("select coalesce(sum(next_offset), 0) from store_audit_place");
    return next.getFirst();
  }

  private StoreAudited audited(long audit, long records, long events, long differences) {
    String name = first(AuditEvent.class).service();
    return new StoreAudited(name, audit, records, events, differences);
  }

  private <T extends AuditEvent> T first(Class<T> type) {
    return service.recorded().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
