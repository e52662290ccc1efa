package baton.allocation.roster;

import baton.allocation.roster.model.Roster;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Rank;
import baton.platform.forms.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole roster as it is sent and as it stands in the roster file. */
@Schema(name = "Roster")
public record RosterBody(String organisation, List<TeamBody> teams, List<OfficerBody> officers) {

  @Schema(name = "Team")
  public record TeamBody(
      @Schema(examples = "kent-polit", required = true) String id,
      @Schema(examples = "46") String organisation,
      @Schema(description = "the id where left out") String name,
      @Schema(examples = "p-1001") String supervisor,
      String deputy) {

    TeamId id(Form form, String pointer) {
      return form.requiredId(pointer + "/id", id, TeamId::of);
    }

    Roster.Team team(Form form, String pointer) {
      String label = form.label(pointer + "/name", name);
      return new Roster.Team(
          label == null ? id : label,
          form.id(pointer + "/supervisor", supervisor, PersonId::of),
          form.id(pointer + "/deputy", deputy, PersonId::of));
    }
  }

  @Schema(name = "Officer")
  public record OfficerBody(
      @Schema(examples = "p-1002", required = true) String person,
      @Schema(examples = "46") String organisation,
      @Schema(examples = "kent-polit") String team,
      @Schema(
              description =
                  "CONSTABLE, SERGEANT, INSPECTOR, CHIEF_INSPECTOR, SUPERINTENDENT,"
                      + " CHIEF_SUPERINTENDENT, or STAFF, which is meant where it is left out")
          String rank) {

    PersonId person(Form form, String pointer) {
      return form.requiredId(pointer + "/person", person, PersonId::of);
    }

    Roster.Officer officer(Form form, String pointer) {
      Rank read = form.optionalWord(pointer + "/rank", rank, Rank.class);
      return new Roster.Officer(
          form.id(pointer + "/team", team, TeamId::of), read == null ? Rank.STAFF : read);
    }
  }

  /**
   * What it says, checked.
   *
   * @param owner whose roster it is; what names another organisation is refused
   */
  Roster roster(OrganisationCode owner, Form form) {
    belongs(form, "/organisation", organisation, owner);
    Map<TeamId, Roster.Team> units = new LinkedHashMap<>();
    List<TeamBody> givenTeams = teams == null ? List.of() : teams;
    for (int i = 0; i < givenTeams.size(); i++) {
      String at = "/teams/" + i;
      TeamBody given = form.required(at, givenTeams.get(i));
      if (given == null) continue;
      belongs(form, at + "/organisation", given.organisation(), owner);
      var before = units.put(given.id(form, at), given.team(form, at));
      if (before != null) form.wrong(at + "/id", "named-twice", given.id() + " is named twice");
    }
    Map<PersonId, Roster.Officer> people = new LinkedHashMap<>();
    List<OfficerBody> givenOfficers = officers == null ? List.of() : officers;
    for (int i = 0; i < givenOfficers.size(); i++) {
      String at = "/officers/" + i;
      OfficerBody given = form.required(at, givenOfficers.get(i));
      if (given == null) continue;
      belongs(form, at + "/organisation", given.organisation(), owner);
      var before = people.put(given.person(form, at), given.officer(form, at));
      if (before != null)
        form.wrong(at + "/person", "named-twice", given.person() + " is named twice");
    }
    form.check();
    return new Roster(units, people);
  }

  private static void belongs(Form form, String pointer, String given, OrganisationCode owner) {
    if (given != null && !Objects.equals(given.strip(), owner.value()))
      form.wrong(pointer, "another-organisation", "this is the roster of " + owner);
  }
}
