package baton.allocation.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.Turn;
import baton.platform.Freshness;
import baton.platform.roster.RosterTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The roster of one organisation as it stands. */
@Schema(name = "RosterAsItStands")
public record RosterView(
    OrganisationCode organisation,
    List<Team> teams,
    List<Officer> officers,
    List<Turn> dutyInspectors,
    Instant asOf,
    double lagSeconds) {

  @Schema(name = "TeamAsItStands")
  public record Team(
      TeamId id, String name, PersonId supervisor, PersonId deputy, List<Turn> rota) {}

  @Schema(name = "OfficerAsTheyAre")
  public record Officer(PersonId person, TeamId team, Rank rank, List<Away> absences) {}

  @Schema(name = "AbsenceAsRecorded")
  public record Away(Absence absence, Instant from, Instant until) {
    static Away of(OfficerUnavailable recorded) {
      return new Away(recorded.absence(), recorded.from(), recorded.until());
    }
  }

  static RosterView of(OrganisationCode organisation, RosterTable roster, Freshness freshness) {
    List<DutyRotaSet> rotas = roster.rotas(organisation);
    Map<PersonId, List<Away>> absences =
        roster.absences(organisation).stream()
            .collect(groupingBy(OfficerUnavailable::person, mapping(Away::of, toList())));
    return new RosterView(
        organisation,
        roster.teams(organisation).stream()
            .map(
                team ->
                    new Team(
                        team.id(),
                        team.name(),
                        team.supervisor(),
                        team.deputy(),
                        rota(rotas, team.id())))
            .toList(),
        roster.officers(organisation).stream()
            .map(
                officer ->
                    new Officer(
                        officer.person(),
                        officer.team(),
                        officer.rank(),
                        absences.getOrDefault(officer.person(), List.of())))
            .toList(),
        rota(rotas, null),
        freshness.asOf(),
        freshness.lagSeconds());
  }

  private static List<Turn> rota(List<DutyRotaSet> rotas, TeamId team) {
    return rotas.stream()
        .filter(each -> Objects.equals(each.team(), team))
        .map(DutyRotaSet::turns)
        .findFirst()
        .orElse(List.of());
  }
}
