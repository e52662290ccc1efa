package baton.escalation.platform;

import baton.escalation.alarms.AlarmAggregate;
import baton.escalation.blindness.WriterWatchAggregate;
import baton.escalation.catchup.CatchUpPlanAggregate;
import baton.escalation.escalations.EscalationAggregate;
import baton.escalation.policy.CalendarAggregate;
import baton.escalation.policy.PolicyAggregate;
import baton.escalation.policy.RecalculationAggregate;
import baton.escalation.sweep.SweepAggregate;
import baton.journal.envelope.Topics;
import baton.platform.ServiceDefinition;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyShelf;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this service is made of. */
public class EscalationService {
  @Produces
  @Singleton
  ServiceDefinition definition() {
    return ServiceDefinition.of(
            EscalationAggregate.class,
            AlarmAggregate.class,
            CatchUpPlanAggregate.class,
            WriterWatchAggregate.class,
            SweepAggregate.class,
            PolicyAggregate.class,
            CalendarAggregate.class,
            RecalculationAggregate.class)
        // Who opened what is archived, and told with who had it.
        .reading(Topics.ACCESS);
  }

  @Produces
  @Singleton
  CustodyBoard board(PolicyShelf policies) {
    return new CustodyBoard(policies::book);
  }
}
