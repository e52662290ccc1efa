package baton.contract.escalation;

import baton.contract.AlarmId;
import baton.contract.RegisterEvent;

/** One alarm from its cause to its end. Written by escalation-service only. */
public sealed interface AlarmEvent extends RegisterEvent
    permits AlarmRaised,
        AlarmClimbed,
        AlarmAcknowledged,
        AlarmAcknowledgementExpired,
        AlarmResolved {
  AlarmId alarm();
}
