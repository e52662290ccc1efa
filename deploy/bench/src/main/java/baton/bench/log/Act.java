package baton.bench.log;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.HoldsPersonalData;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.ReferralEvent;
import baton.contract.Sealed;
import baton.contract.escalation.EscalationEvent;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import java.util.Arrays;

/**
 * What somebody does, as an event with stand-ins.
 *
 * @param source the service that writes it
 * @param sealed bytes of personal data in it, 0 for none
 */
record Act(
    String source, Actor actor, OrganisationCode organisation, BatonEvent event, int sealed) {
  private static final EventCodec CODEC = new EventCodec();
  private static final byte FILLING = (byte) 0xff;

  /** What sealing adds: a prefix, a nonce and a tag. */
  private static final int SEAL = 28;

  /**
   * @param sequence within its stream
   * @param reacts it names an event as its cause
   */
  Template template(long sequence, boolean reacts) {
    boolean happened = event instanceof ReferralEvent e && e.occurredAt().isPresent();
    var envelope =
        new Envelope(
            Field.EVENT.standIn(),
            source,
            baton.contract.EventTypes.nameOf(event.getClass()),
            stream(),
            Field.REFERRAL.standIn(),
            sequence,
            happened ? Field.HAPPENED.standIn() : Field.RECORDED.standIn(),
            Field.RECORDED.standIn(),
            actor.toString(),
            organisation.toString(),
            reacts ? Field.CAUSE.standIn() : null,
            Field.CORRELATION.standIn(),
            Envelope.DEFAULT_MARKING,
            event instanceof MovesCustody,
            null,
            CODEC.data(closed()));
    return Template.of(envelope.bytes());
  }

  /** An escalation is an aggregate of its own; all else stands in the referral's streams. */
  String stream() {
    return event instanceof EscalationEvent ? Field.ESCALATION.standIn() : Field.REFERRAL.standIn();
  }

  private BatonEvent closed() {
    if (sealed == 0 || !(event instanceof HoldsPersonalData<?, ?> holder)) return event;
    return boxed(holder);
  }

  private <T, E> BatonEvent boxed(HoldsPersonalData<T, E> holder) {
    // A multiple of three: base64 without padding can be filled with any symbols.
    var box = new byte[(sealed + SEAL + 2) / 3 * 3];
    Arrays.fill(box, FILLING);
    return (BatonEvent) holder.withSealed(Sealed.box(Field.KEY.standIn(), box));
  }
}
