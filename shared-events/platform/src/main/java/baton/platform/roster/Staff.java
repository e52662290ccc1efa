package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.RefusedException;
import baton.platform.Role;
import baton.platform.roster.RosterTable.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Who acts, and whether those that a command names work where they should. */
@ApplicationScoped
public class Staff {
  private final Caller caller;
  private final Transactions transactions;

  public Staff(Caller caller, Transactions transactions) {
    this.caller = caller;
    this.transactions = transactions;
  }

  public OrganisationCode organisation() {
    return caller.organisation();
  }

  /**
   * The person who acts; one whom a force's system names has to work there.
   *
   * @throws RefusedException 422 if the roster does not have the one named
   */
  public PersonId person() {
    PersonId person = caller.requirePerson();
    if (caller.is(Role.FORCE_SYSTEM))
      entry(person)
          .refusal()
          .ifPresent(
              refusal -> {
                throw new RefusedException(refusal);
              });
    return person;
  }

  /** Somebody as the roster of the caller's organisation has him or her. */
  public RosterEntry entry(PersonId person) {
    Optional<Officer> found = roster(roster -> roster.officer(organisation(), person));
    return new RosterEntry(
        organisation(), person, found.isPresent(), found.map(Officer::team).orElse(null));
  }

  /** Whether the caller's organisation has this team. */
  public boolean hasTeam(TeamId team) {
    return roster(roster -> roster.hasTeam(organisation(), team));
  }

  /** Whether the person leads a team of the caller's organisation, as supervisor or deputy. */
  public boolean leads(PersonId person) {
    return roster(roster -> roster.leads(organisation(), person));
  }

  private <T> T roster(Function<RosterTable, T> question) {
    return transactions.inTransaction(
        () -> question.apply(RosterTable.on(transactions.connection())));
  }
}
