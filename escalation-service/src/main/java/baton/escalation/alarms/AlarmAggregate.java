package baton.escalation.alarms;

import baton.contract.escalation.AlarmEvent;
import baton.contract.escalation.AlarmRaised;
import baton.decision.Decision;
import baton.escalation.alarms.model.Alarm;
import baton.escalation.alarms.model.AlarmCommand;
import baton.escalation.alarms.model.AlarmCommand.AcknowledgeAlarm;
import baton.escalation.alarms.model.AlarmCommand.ClimbAlarm;
import baton.escalation.alarms.model.AlarmCommand.ExpireAlarmAcknowledgement;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.alarms.model.AlarmDecider;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One alarm in Axon; its rules are {@link AlarmDecider}'s. */
@AggregateRoot(type = "alarm")
public class AlarmAggregate {
  @AggregateIdentifier private String stream;
  private Alarm state = new Alarm.Unraised();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(RaiseAlarm command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ClimbAlarm command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcknowledgeAlarm command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ExpireAlarmAcknowledgement command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ResolveAlarm command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(AlarmEvent event) {
    if (event instanceof AlarmRaised raised) stream = raised.alarm().toString();
    state = Alarm.evolve(state, event);
  }

  private Decision decide(AlarmCommand command) {
    return Recording.of(AlarmDecider.decide(command, state));
  }
}
