package baton.allocation.roster;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.roster.model.Roster;
import baton.allocation.roster.model.RosterCommand;
import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.EndAbsence;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.allocation.roster.model.RosterCommand.RecordAbsence;
import baton.allocation.roster.model.RosterCommand.RemoveOfficer;
import baton.allocation.roster.model.RosterCommand.SetRota;
import baton.allocation.roster.model.RosterDecider;
import baton.contract.OrganisationCode;
import baton.contract.allocation.DisseminationsReceived;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.OpenListReconciled;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The roster of one organisation. */
@AggregateRoot(type = "roster")
public class RosterAggregate {

  @AggregateIdentifier private String id;
  private Roster state = Roster.EMPTY;

  protected RosterAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(FormTeam command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(PlaceOfficer command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(AdoptRoster command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(RemoveOfficer command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(RecordAbsence command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(EndAbsence command) {
    return decide(command);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(SetRota command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(RosterEvent event) {
    id = RosterCommand.stream(organisation(event));
    state = Roster.evolve(state, event);
  }

  private static OrganisationCode organisation(RosterEvent event) {
    return switch (event) {
      case TeamFormed e -> e.organisation();
      case SupervisorChanged e -> e.organisation();
      case OfficerJoined e -> e.organisation();
      case OfficerMoved e -> e.organisation();
      case OfficerLeft e -> e.organisation();
      case OfficerUnavailable e -> e.organisation();
      case OfficerReturned e -> e.organisation();
      case DutyRotaSet e -> e.organisation();
      case JointUnitFormed e -> e.unit();
      case TieBreakerNamed e -> e.organisation();
      case OpenListReconciled e -> e.force();
      case DisseminationsReceived e -> e.force();
    };
  }

  private Decision decide(RosterCommand command) {
    return Recording.of(RosterDecider.decide(command, state));
  }
}
