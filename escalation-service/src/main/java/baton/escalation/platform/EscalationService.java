package baton.escalation.platform;

import baton.custody.Timescales;
import baton.escalation.blindness.WriterWatchAggregate;
import baton.escalation.escalations.EscalationAggregate;
import baton.escalation.sweep.SweepAggregate;
import baton.platform.ServiceDefinition;
import baton.platform.board.CustodyBoard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this service is made of. */
public class EscalationService {
  @Produces
  @Singleton
  ServiceDefinition definition() {
    return ServiceDefinition.of(
        EscalationAggregate.class, WriterWatchAggregate.class, SweepAggregate.class);
  }

  @Produces
  @Singleton
  Timescales timescales() {
    return Timescales.DEFAULT;
  }

  @Produces
  @Singleton
  CustodyBoard board(Timescales timescales) {
    return new CustodyBoard(timescales);
  }
}
