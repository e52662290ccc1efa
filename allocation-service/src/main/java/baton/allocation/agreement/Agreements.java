package baton.allocation.agreement;

import baton.allocation.casework.model.Party;
import baton.allocation.casework.model.TieBreakers;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.roster.RosterTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What organisations agreed between them: for whom one acts, and who decides for a pair. */
@ApplicationScoped
public class Agreements {
  private final Caller caller;
  private final Transactions transactions;
  private final BusinessClock clock;

  public Agreements(Caller caller, Transactions transactions, BusinessClock clock) {
    this.caller = caller;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The caller's organisation, with the forces that it covers where it is a joint unit. */
  public Party party() {
    OrganisationCode own = caller.organisation();
    var forces = new HashSet<>(roster(roster -> roster.forcesOf(own)));
    forces.add(own);
    return new Party(own, forces);
  }

  /**
   * As they stand when they are asked, and whoever is in the place of somebody who is not there.
   */
  public TieBreakers tieBreakers() {
    return (one, other) -> roster(roster -> roster.tieBreaker(one, other, clock.instant()));
  }

  /** Whether anybody of the organisation, or of a unit that acts for it, is in the roster. */
  public boolean isOnBaton(OrganisationCode organisation) {
    return roster(
        roster ->
            Stream.concat(Stream.of(organisation), roster.unitsOf(organisation).stream())
                .anyMatch(each -> !roster.officers(each).isEmpty()));
  }

  boolean employs(OrganisationCode organisation, PersonId person) {
    return roster(roster -> roster.isActive(organisation, person, clock.instant()));
  }

  private <T> T roster(Function<RosterTable, T> question) {
    return transactions.inTransaction(
        () -> question.apply(RosterTable.on(transactions.connection())));
  }
}
