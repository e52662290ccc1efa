package baton.escalation.platform;

import baton.escalation.blindness.WriterWatchAggregate;
import baton.escalation.escalations.EscalationAggregate;
import baton.escalation.sweep.SweepAggregate;
import baton.platform.ServiceDefinition;
import baton.platform.board.CustodyBoard;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
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
  PolicyBook policy() {
    return Defaults.book();
  }

  @Produces
  @Singleton
  CustodyBoard board(PolicyBook policy) {
    return new CustodyBoard(policy);
  }
}
