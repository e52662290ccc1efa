package baton.allocation.casework.model;

import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import java.time.Instant;

/**
 * Who offered it to an organisation that is not on Baton records that it accepted: two persons, for
 * it cannot say so itself.
 */
public sealed interface OutsideCommand extends CaseCommand.ByStaff {

  int number();

  PersonId by();

  /** Whether that organisation has people in the roster, and can accept for itself. */
  boolean onBaton();

  /**
   * @param acceptedAt when it accepted
   * @param now when it is entered
   * @param theirReference under which it has it
   * @param name who accepted there
   */
  record ProposeOutsideAcceptance(
      ReferralId referral,
      Party party,
      PersonId by,
      int number,
      boolean onBaton,
      Instant acceptedAt,
      Instant now,
      String theirReference,
      Sealed<FreeText> name)
      implements OutsideCommand {
    Journey.Outside proposal() {
      return new Journey.Outside(number, acceptedAt, theirReference, by);
    }
  }

  record ConfirmOutsideAcceptance(
      ReferralId referral, Party party, PersonId by, int number, boolean onBaton)
      implements OutsideCommand {}
}
