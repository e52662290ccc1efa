package baton.intake.platform;

import baton.intake.batch.BatchAggregate;
import baton.intake.receipt.ReferralAggregate;
import baton.platform.ServiceDefinition;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyShelf;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What intake-service is made of. */
public class IntakeService {

  @Produces
  @Singleton
  ServiceDefinition definition() {
    return ServiceDefinition.of(ReferralAggregate.class, BatchAggregate.class);
  }

  @Produces
  @Singleton
  CustodyBoard board(PolicyShelf policies) {
    return new CustodyBoard(policies::book);
  }
}
