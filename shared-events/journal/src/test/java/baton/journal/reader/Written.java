package baton.journal.reader;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.MovesCustody;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;

/** Envelopes as another service would have written them. */
final class Written {
  static final String INTAKE = "/intake-service";
  static final Instant WHEN = Instant.parse("2026-11-21T19:09:00.123456Z");

  private static final EventCodec CODEC = new EventCodec();

  private Written() {}

  static ReferralId newReferral() {
    return new ReferralId(UuidCreator.getTimeOrderedEpoch());
  }

  /** An event of intake's stream of that referral; its note is a receipt number. */
  static Envelope note(ReferralId referral, long sequence, String note) {
    return envelope(INTAKE, new ReceiptRepeated(referral, note, null), sequence);
  }

  static Envelope note(ReferralId referral, long sequence) {
    return note(referral, sequence, "R-" + sequence);
  }

  static Envelope envelope(String source, ReferralEvent event, long sequence) {
    String referral = event.referral().toString();
    return envelope(source, event, referral, referral, sequence);
  }

  static Envelope envelope(
      String source, BatonEvent event, String subject, String referral, long sequence) {
    return new Envelope(
        UuidCreator.getTimeOrderedEpochPlus1().toString(),
        source,
        EventTypes.nameOf(event.getClass()),
        subject,
        referral,
        sequence,
        Times.text(WHEN),
        Times.text(WHEN.plusSeconds(sequence)),
        Actor.system("intake-service").toString(),
        "baton",
        null,
        null,
        Envelope.DEFAULT_MARKING,
        event instanceof MovesCustody,
        null,
        CODEC.data(event));
  }
}
