package baton.allocation.casework.model;

import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.decision.RosterEntry;
import java.time.Instant;

/** What the organisation that has a case does about it, beside the work itself. */
public sealed interface OversightCommand extends CaseCommand.ByStaff {

  /**
   * A supervisor looked at it (R14).
   *
   * @param grade that the supervisor found in force, or null
   * @param owner who has it, as the supervisor found it
   * @param custodian who has it at the NCA, as far as risk-service's word was read; else null
   * @param outstanding actions
   */
  record ReviewCase(
      ReferralId referral,
      Party party,
      PersonId by,
      Grade grade,
      PersonId owner,
      PersonId custodian,
      Instant nextReview,
      Instant now,
      Sealed<FreeText> outstanding)
      implements OversightCommand {}

  /**
   * @param taken the other referral that the force's system already knows under it, or null
   */
  record RecordLocalReference(
      ReferralId referral, Party party, String system, String reference, ReferralId taken)
      implements OversightCommand {}

  /**
   * @param until how long the provider keeps the content, or null where it was obtained
   */
  record SecureContent(
      ReferralId referral,
      Party party,
      PersonId by,
      Instant until,
      Instant now,
      Sealed<FreeText> text)
      implements OversightCommand {}

  /**
   * @param by a supervisor
   * @param supervisor as the roster has him or her
   * @param last who had it when it was concluded, if he or she is still at work; else null
   */
  record ReopenCase(
      ReferralId referral,
      Party party,
      RosterEntry supervisor,
      RosterEntry last,
      Sealed<FreeText> reason)
      implements OversightCommand {
    PersonId by() {
      return supervisor.person();
    }
  }
}
