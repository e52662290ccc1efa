package baton.escalation.roster.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who worked where and for whom, at the moment up to which its events were folded. Total: a person
 * or team never heard of changes nothing.
 */
public final class Roster {
  private record Member(OrganisationCode organisation, PersonId person) {}

  private record Unit(OrganisationCode organisation, TeamId team) {}

  private record Lead(PersonId supervisor, PersonId deputy) {}

  private final Map<Unit, Lead> leads = new HashMap<>();
  private final Map<Member, TeamId> teams = new HashMap<>();

  public void apply(RosterEvent event) {
    switch (event) {
      case TeamFormed e -> lead(e.organisation(), e.team(), e.supervisor(), e.deputy());
      case SupervisorChanged e -> lead(e.organisation(), e.team(), e.supervisor(), e.deputy());
      case OfficerJoined e -> teams.put(new Member(e.organisation(), e.person()), e.team());
      case OfficerMoved e -> teams.put(new Member(e.organisation(), e.person()), e.team());
      case OfficerLeft e -> teams.remove(new Member(e.organisation(), e.person()));
      case OfficerUnavailable _,
          OfficerReturned _,
          DutyRotaSet _,
          JointUnitFormed _,
          TieBreakerNamed _,
          OpenListReconciled _ -> {}
    }
  }

  /**
   * Who supervises: the team's supervisor, or the deputy where the person supervises the team
   * himself or herself.
   *
   * @param team where the custodian holds it, or null: then the person's own team counts
   * @param person the custodian, or null for a post
   */
  public Optional<PersonId> supervisorOf(
      OrganisationCode organisation, TeamId team, PersonId person) {
    TeamId unit =
        team != null || person == null ? team : teams.get(new Member(organisation, person));
    Lead lead = unit == null ? null : leads.get(new Unit(organisation, unit));
    if (lead == null) return Optional.empty();
    boolean own = lead.supervisor() == null || lead.supervisor().equals(person);
    return Optional.ofNullable(own ? lead.deputy() : lead.supervisor());
  }

  private void lead(
      OrganisationCode organisation, TeamId team, PersonId supervisor, PersonId deputy) {
    leads.put(new Unit(organisation, team), new Lead(supervisor, deputy));
  }
}
