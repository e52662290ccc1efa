package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.HoldsPersonalData;
import baton.contract.Recorded;

/** An event without what no fold looks at: what led to it, and what is sealed. */
public final class Kept {
  private Kept() {}

  public static Recorded<? extends BatonEvent> of(Recorded<? extends BatonEvent> event) {
    BatonEvent bare =
        event.event() instanceof HoldsPersonalData<?, ?> holder
            ? (BatonEvent) holder.withSealed(null)
            : event.event();
    return new Recorded<>(
        event.id(),
        event.source(),
        event.subject(),
        event.referral(),
        event.streamSequence(),
        event.time(),
        event.recordedTime(),
        event.actor(),
        event.organisation(),
        null,
        null,
        bare);
  }
}
