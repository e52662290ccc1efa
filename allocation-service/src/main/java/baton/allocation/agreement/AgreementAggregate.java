package baton.allocation.agreement;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.agreement.model.Agreement;
import baton.allocation.agreement.model.Agreement.FormJointUnit;
import baton.allocation.agreement.model.Agreement.NameTieBreaker;
import baton.allocation.agreement.model.Agreement.Wanted;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One agreement between organisations, on the register. */
@AggregateRoot(type = "agreement")
public class AgreementAggregate {

  @AggregateIdentifier private String id;
  private Agreement state = Agreement.NONE;

  protected AgreementAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(NameTieBreaker command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(FormJointUnit command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(TieBreakerNamed event) {
    id =
        new NameTieBreaker(event.one(), event.other(), event.organisation(), event.person(), true)
            .stream();
    state = new Agreement(event);
  }

  @EventSourcingHandler
  void on(JointUnitFormed event) {
    id = new FormJointUnit(event.unit(), event.forces()).stream();
    state = new Agreement(event);
  }

  private Decision decide(Wanted command) {
    return Recording.of(state.decide(command));
  }
}
