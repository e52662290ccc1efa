package baton.escalation.roster.model;

import baton.contract.Recorded;
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
import baton.contract.allocation.Turn;
import java.time.Instant;

/**
 * One event of the roster, and from when on it counts.
 *
 * @param recordedAt from when on it was on record
 * @param effectAt from when on it was so in the world: an absence begins when it begins, whenever
 *     it is entered
 */
public record RosterChange(RosterEvent event, Instant recordedAt, Instant effectAt) {

  public static RosterChange of(Recorded<?> recorded, RosterEvent event) {
    return new RosterChange(event, recorded.recordedTime(), effect(event, recorded.time()));
  }

  /**
   * @param happened where the event itself does not say from when on
   */
  private static Instant effect(RosterEvent event, Instant happened) {
    return switch (event) {
      case OfficerUnavailable e -> e.from();
      case OfficerReturned e -> e.at();
      // A rota may be entered when some of its turns are over.
      case DutyRotaSet e ->
          e.turns().stream()
              .map(Turn::from)
              .filter(from -> from.isBefore(happened))
              .min(Instant::compareTo)
              .orElse(happened);
      case TeamFormed _,
          SupervisorChanged _,
          OfficerJoined _,
          OfficerMoved _,
          OfficerLeft _,
          JointUnitFormed _,
          TieBreakerNamed _,
          OpenListReconciled _,
          DisseminationsReceived _ ->
          happened;
    };
  }
}
