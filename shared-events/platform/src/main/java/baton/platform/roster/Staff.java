package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.Refusal;
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

  /** The person who acts; one whom a force's system names has to work there. */
  public PersonId person() {
    PersonId person = caller.requirePerson();
    if (caller.is(Role.FORCE_SYSTEM)) ofOrganisation(person);
    return person;
  }

  /** The team of the person who acts, or null. */
  public TeamId teamOf(PersonId person) {
    return find(person).map(Officer::team).orElse(null);
  }

  /**
   * Somebody of the caller's organisation.
   *
   * @throws RefusedException 422 if the roster does not have this person there
   */
  public Officer ofOrganisation(PersonId person) {
    return find(person)
        .orElseThrow(
            () ->
                refused(
                    "person-not-in-roster",
                    person
                        + " is not in the roster of "
                        + organisation()
                        + " as far as it has been read here, and what is offered to nobody is lost."
                        + " An administrator adds people with POST /officers of allocation-service;"
                        + " who was added just now is known in a moment."));
  }

  /**
   * @throws RefusedException 422 if the caller's organisation has no such team
   */
  public void requireTeam(TeamId team) {
    if (!roster(roster -> roster.hasTeam(organisation(), team)))
      throw refused(
          "unknown-team",
          organisation()
              + " has no team "
              + team
              + "; GET /roster/"
              + organisation()
              + " of allocation-service lists its teams.");
  }

  /** Whether the person leads a team of the caller's organisation, as supervisor or deputy. */
  public boolean leads(PersonId person) {
    return roster(roster -> roster.leads(organisation(), person));
  }

  private Optional<Officer> find(PersonId person) {
    return roster(roster -> roster.officer(organisation(), person));
  }

  private <T> T roster(Function<RosterTable, T> question) {
    return transactions.inTransaction(
        () -> question.apply(RosterTable.on(transactions.connection())));
  }

  private static RefusedException refused(String code, String detail) {
    return new RefusedException(Refusal.unprocessable(code, detail));
  }
}
