package baton.allocation.platform;

import baton.allocation.agreement.AgreementAggregate;
import baton.allocation.casework.CaseAggregate;
import baton.allocation.handling.HandlingAggregate;
import baton.allocation.notices.DutyMailboxAggregate;
import baton.allocation.openlist.OpenListAggregate;
import baton.allocation.roster.RosterAggregate;
import baton.allocation.webhooks.WebhookAggregate;
import baton.platform.ServiceDefinition;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyShelf;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What allocation-service is made of. */
public class AllocationService {

  @Produces
  @Singleton
  ServiceDefinition definition() {
    return ServiceDefinition.of(
        CaseAggregate.class,
        RosterAggregate.class,
        AgreementAggregate.class,
        OpenListAggregate.class,
        WebhookAggregate.class,
        DutyMailboxAggregate.class,
        HandlingAggregate.class);
  }

  /** Who has it and until when, as far as this service has read: for the feeds. */
  @Produces
  @Singleton
  CustodyBoard board(PolicyShelf policies) {
    return new CustodyBoard(policies::book);
  }
}
