package baton.journal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.EventCodec;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final RecordDecoder DECODER = new RecordDecoder(new EventCodec(), "/risk-service");

  private final Attempts attempts = new Attempts();

  private static RecordFailed failed(long offset) {
    var event = Written.note(Written.newReferral(), 0);
    return new RecordFailed(
        DECODER.decode("baton.referrals", "topic-1", 0, offset, event.referral(), event.bytes()),
        new IllegalStateException());
  }

  private void failWholeTwice() {
    attempts.failed(new IllegalStateException());
    attempts.failed(new IllegalStateException());
  }

  @Test
  void a_batch_is_tried_whole_twice_then_record_by_record() {
    assertThat(attempts.failed(new IllegalStateException())).isTrue();
    assertThat(attempts.singly()).isFalse();
    assertThat(attempts.failed(new IllegalStateException())).isTrue();
    assertThat(attempts.singly()).isTrue();
  }

  @Test
  void a_record_is_refused_when_it_fails_alone_twice() {
    failWholeTwice();
    var record = failed(5);

    assertThat(attempts.failed(record)).isTrue();
    assertThat(attempts.refused()).isEmpty();
    assertThat(attempts.failed(record)).isTrue();
    assertThat(attempts.refused()).containsOnlyKeys(record.place());
  }

  @Test
  void where_even_parking_fails_it_is_tried_again_later() {
    failWholeTwice();
    var record = failed(5);
    attempts.failed(record);
    attempts.failed(record);

    assertThat(attempts.failed(record)).isFalse();
  }

  @Test
  void a_failure_of_nobody_in_particular_refuses_nobody() {
    failWholeTwice();

    assertThat(attempts.failed(new IllegalStateException())).isFalse();
    assertThat(attempts.refused()).isEmpty();
  }
}
