package baton.intake.receipt;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry;
import baton.intake.receipt.model.Workforce;
import baton.journal.store.Transactions;
import baton.platform.roster.RosterTable;
import baton.platform.roster.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The people of the caller's organisation, who may be given what it brings in. */
@ApplicationScoped
public class OwnStaff {
  private final Staff staff;
  private final Transactions transactions;

  public OwnStaff(Staff staff, Transactions transactions) {
    this.staff = staff;
    this.transactions = transactions;
  }

  /** Who acts; one whom a force's system names has to be in its roster. */
  public PersonId person() {
    return staff.person();
  }

  /** Asked of the roster one by one. */
  Workforce workforce() {
    return new Workforce() {
      @Override
      public OrganisationCode organisation() {
        return staff.organisation();
      }

      @Override
      public RosterEntry entry(PersonId person) {
        return staff.entry(person);
      }

      @Override
      public boolean hasTeam(TeamId team) {
        return staff.hasTeam(team);
      }
    };
  }

  /** All of them as they are now, for many questions. */
  public Workforce wholeWorkforce() {
    OrganisationCode organisation = staff.organisation();
    return transactions.inTransaction(
        () -> Whole.of(organisation, RosterTable.on(transactions.connection())));
  }

  private record Whole(
      OrganisationCode organisation, Map<PersonId, RosterEntry> people, Set<TeamId> teams)
      implements Workforce {
    static Whole of(OrganisationCode organisation, RosterTable roster) {
      return new Whole(
          organisation,
          roster.officers(organisation).stream()
              .collect(
                  Collectors.toMap(
                      RosterTable.Officer::person,
                      officer ->
                          new RosterEntry(organisation, officer.person(), true, officer.team()))),
          roster.teams(organisation).stream()
              .map(RosterTable.Team::id)
              .collect(Collectors.toSet()));
    }

    @Override
    public RosterEntry entry(PersonId person) {
      var unknown = new RosterEntry(organisation, person, false, null);
      return people.getOrDefault(person, unknown);
    }

    @Override
    public boolean hasTeam(TeamId team) {
      return teams.contains(team);
    }
  }
}
