package baton.journal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.access.OpenedPart;
import baton.contract.access.PersonalDataOpened;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.journal.StoreAudited;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final ReferralId REFERRAL = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
  private static final EventId EVENT = EventId.of("0199cccc-0000-7000-8000-000000000004");

  @Test
  void a_referral_s_story_the_register_and_who_read_in_it_are_three_topics() {
    belongs(new ReceiptRepeated(REFERRAL, "B-1", null), REFERRAL, Topics.REFERRALS);
    belongs(new StoreAudited("risk-service", 1, 2, 2, 0), null, Topics.REGISTER);
    belongs(
        new PersonalDataOpened(
            REFERRAL,
            "risk-service",
            OpenedPart.REFERRAL,
            EVENT,
            OrganisationCode.NCA,
            null,
            false,
            null),
        null,
        Topics.ACCESS);
  }

  @Test
  void an_event_of_a_later_version_that_names_no_referral_is_on_the_register() {
    assertThat(Topics.of(envelope("baton.later-thing.v1", null, "{}"))).isEqualTo(Topics.REGISTER);
  }

  private static void belongs(BatonEvent event, ReferralId referral, String topic) {
    assertThat(Topics.of(event)).isEqualTo(topic);
    String data = new EventCodec().data(event);
    assertThat(Topics.of(envelope(EventTypes.nameOf(event.getClass()), referral, data)))
        .isEqualTo(topic);
  }

  private static Envelope envelope(String type, ReferralId referral, String data) {
    return new Envelope(
        EVENT.toString(),
        "/risk-service",
        type,
        "a-stream",
        referral == null ? null : referral.toString(),
        0,
        "2026-11-21T19:09:00.000000Z",
        "2026-11-21T19:09:00.000000Z",
        "person:p-1",
        "nca",
        null,
        null,
        Envelope.DEFAULT_MARKING,
        false,
        null,
        data);
  }
}
