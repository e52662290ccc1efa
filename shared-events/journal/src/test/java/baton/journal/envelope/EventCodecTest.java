package baton.journal.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.Unrecognised;
import baton.contract.intake.ReferralReceived;
import baton.journal.Samples;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private final EventCodec codec = new EventCodec();
  private final ReferralId referral = Samples.newReferral();
  private final ReferralReceived boxed =
      Samples.received(referral).withSealed(Sealed.box("key-1", new byte[] {1, 2, 3}));

  @Test
  void an_event_comes_back_as_it_was() {
    String data = codec.data(boxed);
    Recorded<?> read = codec.decode(envelope(EventTypes.nameOf(ReferralReceived.class), data));
    assertThat(read.event()).isEqualTo(boxed);
    assertThat(read.referral()).isEqualTo(referral);
    assertThat(codec.data(read.event())).isEqualTo(data);
  }

  @Test
  void the_sealed_part_stands_last_and_nulls_are_left_out() {
    assertThat(codec.data(boxed))
        .startsWith("{\"referral\":\"" + referral + "\",\"agency\":\"toronto-police\"")
        .endsWith("\"sealed\":{\"key\":\"key-1\",\"box\":\"AQID\"}}")
        .doesNotContain("null", "providerReportedAt");
  }

  @Test
  void open_personal_data_is_never_written() {
    assertThatThrownBy(() -> codec.data(Samples.received(referral)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(Samples.SECRET);
  }

  @Test
  void an_unknown_type_is_unrecognised_and_says_whether_custody_moves() {
    assertThat(codec.decode(envelope("baton.newer.v1", "{}")).event())
        .isEqualTo(new Unrecognised("baton.newer.v1", true));
  }

  @Test
  void an_unknown_field_is_ignored() {
    String data = codec.data(boxed).replaceFirst("\\{", "{\"newer\":[1],");
    assertThat(codec.decode(envelope("baton.referral-received.v1", data)).event()).isEqualTo(boxed);
  }

  @Test
  void data_that_is_not_what_the_type_promises_is_refused_without_quoting_it() {
    String data = codec.data(boxed).replace("POSSESSION_OR_DISTRIBUTION", Samples.SECRET);
    assertThatThrownBy(() -> codec.decode(envelope("baton.referral-received.v1", data)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageNotContaining(Samples.SECRET)
        .hasNoCause();
    assertThatThrownBy(() -> codec.decode(envelope("baton.referral-received.v1", "{}")))
        .isInstanceOf(UnreadableEvent.class);
  }

  @Test
  void data_of_another_referral_than_the_envelopes_is_refused() {
    String other = codec.data(boxed).replace(referral.toString(), Samples.newReferral().toString());
    assertThatThrownBy(() -> codec.decode(envelope("baton.referral-received.v1", other)))
        .isInstanceOf(UnreadableEvent.class);
  }

  private Envelope envelope(String type, String data) {
    return new Envelope(
        "01990000-0000-7000-8000-000000000001",
        "/intake-service",
        type,
        referral.toString(),
        referral.toString(),
        0,
        "2026-11-21T19:09:00.000000Z",
        "2026-11-21T19:10:00.130001Z",
        "agency:toronto-police",
        "toronto-police",
        null,
        null,
        "OFFICIAL-SENSITIVE",
        true,
        null,
        data);
  }
}
