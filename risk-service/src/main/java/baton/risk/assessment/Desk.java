package baton.risk.assessment;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.decision.Refusal;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.RefusedException;
import baton.platform.Role;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.platform.roster.RosterTable;
import baton.platform.roster.RosterTable.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a command needs to know besides the assessment itself: who asks, and who works where. */
@ApplicationScoped
public class Desk {
  private final Caller caller;
  private final Transactions transactions;

  public Desk(Caller caller, Transactions transactions) {
    this.caller = caller;
    this.transactions = transactions;
  }

  OrganisationCode organisation() {
    return caller.organisation();
  }

  /** The person who acts; one whom a force's system names has to work there. */
  PersonId person() {
    PersonId person = caller.requirePerson();
    if (caller.is(Role.FORCE_SYSTEM)) inRoster(organisation(), person);
    return person;
  }

  /** Offers to assessors are the NCA's to make. */
  void requireNca() {
    if (!caller.belongsTo(OrganisationCode.NCA))
      throw Problems.forbidden(
          "nca-only",
          "only an allocator or supervisor of the NCA offers an assessment to an assessor");
  }

  Optional<Officer> officer(PersonId person) {
    return transactions.inTransaction(
        () -> RosterTable.on(transactions.connection()).officer(organisation(), person));
  }

  Officer inRoster(OrganisationCode organisation, PersonId person) {
    return officer(person)
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.unprocessable(
                        "person-not-in-roster",
                        person
                            + " is not in the roster of "
                            + organisation
                            + " as far as it has been read here: what is offered to nobody is lost."
                            + " An administrator adds people with POST /officers of"
                            + " allocation-service; who was added just now is known in a moment.")));
  }

  /** The force that the sender named, or null. */
  OrganisationCode namedBySender(ReferralId referral) {
    return transactions.inTransaction(
        () ->
            ReferralCopies.find(referral, transactions.connection())
                .map(ReferralCopy::force)
                .orElse(null));
  }
}
