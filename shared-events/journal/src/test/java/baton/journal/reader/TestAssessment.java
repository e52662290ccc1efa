package baton.journal.reader;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.risk.AcceptanceNoted;
import baton.contract.risk.AssessmentOpened;
import baton.contract.risk.RiskEvent;
import baton.decision.Command;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What the reading service keeps of a referral: opened by the first event, noted by the others. */
@AggregateRoot(type = "TestAssessment")
class TestAssessment {
  record Open(ReferralId referral) implements Command {
    @Override
    public String stream() {
      return referral.toString();
    }
  }

  /** Needs the assessment to be open. */
  record Note(ReferralId referral) implements Command {
    @Override
    public String stream() {
      return referral.toString();
    }
  }

  @AggregateIdentifier private String referral;
  private int notes;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Open command) {
    if (referral == null) AggregateLifecycle.apply(new AssessmentOpened(command.referral()));
  }

  @CommandHandler
  void handle(Note command) {
    AggregateLifecycle.apply(
        new AcceptanceNoted(command.referral(), notes + 1, OrganisationCode.of("46")));
  }

  @EventSourcingHandler
  void on(RiskEvent event) {
    referral = event.referral().toString();
    if (event instanceof AcceptanceNoted) notes++;
  }
}
