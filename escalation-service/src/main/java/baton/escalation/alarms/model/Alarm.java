package baton.escalation.alarms.model;

import baton.contract.escalation.AlarmAcknowledged;
import baton.contract.escalation.AlarmAcknowledgementExpired;
import baton.contract.escalation.AlarmClimbed;
import baton.contract.escalation.AlarmEvent;
import baton.contract.escalation.AlarmRaised;
import baton.contract.escalation.AlarmResolved;
import baton.escalation.ladder.model.Footing;

/** Where one alarm stands. {@code Unraised --raised--> Open --resolved--> Resolved}, for good. */
public sealed interface Alarm {
  record Unraised() implements Alarm {}

  record Open(Footing footing) implements Alarm {}

  record Resolved() implements Alarm {}

  static Alarm evolve(Alarm current, AlarmEvent event) {
    return switch (event) {
      case AlarmRaised _ -> new Open(Footing.RAISED);
      case AlarmClimbed e -> new Open(footing(current).climbed(e.rung()));
      case AlarmAcknowledged e -> new Open(footing(current).acknowledged(e.by()));
      case AlarmAcknowledgementExpired _ -> new Open(footing(current).expired());
      case AlarmResolved _ -> new Resolved();
    };
  }

  private static Footing footing(Alarm current) {
    if (current instanceof Open open) return open.footing();
    throw new IllegalStateException("the stream holds an impossible step after " + current);
  }
}
