package baton.allocation.handling.model;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.access.HandlingAcknowledged;
import baton.decision.Command;
import baton.decision.Decision;

/**
 * A person of a force has read the conditions: one stream for each force and referral.
 *
 * @param box the event whose sealed part says them
 */
public record AcknowledgeHandling(
    ReferralId referral, OrganisationCode force, EventId box, PersonId by, boolean throughSystem)
    implements Command {
  @Override
  public String stream() {
    return stream(referral, force);
  }

  public static String stream(ReferralId referral, OrganisationCode force) {
    return "handling-" + referral + "-" + force;
  }

  /**
   * Who acknowledges what somebody has acknowledged already is put on record too: it is a person's
   * word.
   *
   * @param last what was said before, or null
   */
  public Decision decide(HandlingAcknowledged last) {
    var event = new HandlingAcknowledged(referral, force, box, by, throughSystem);
    return event.equals(last) ? Decision.nothingToDo() : Decision.accept(event);
  }
}
