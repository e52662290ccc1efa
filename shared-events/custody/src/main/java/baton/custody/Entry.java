package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.Unrecognised;
import java.time.Instant;

/**
 * Which event it was, as the log has it.
 *
 * @param type its wire name, such as {@code baton.referral-received.v1}
 */
public record Entry(EventId event, String type, Instant recordedAt) {
  /** Whether it was an event of this kind, as the kind is written today. */
  boolean is(Class<? extends BatonEvent> kind) {
    return type.equals(EventTypes.nameOf(kind));
  }

  static Entry of(Recorded<? extends BatonEvent> recorded) {
    String type =
        recorded.event() instanceof Unrecognised unknown
            ? unknown.type()
            : EventTypes.nameOf(recorded.event().getClass());
    return new Entry(recorded.id(), type, recorded.recordedTime());
  }
}
