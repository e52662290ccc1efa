package baton.allocation.roster;

import baton.allocation.roster.PresenceBody.AbsenceBody;
import baton.allocation.roster.PresenceBody.TurnBody;
import baton.allocation.roster.model.Presence;
import baton.allocation.roster.model.Roster;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Rank;
import baton.contract.allocation.Turn;
import baton.platform.forms.Form;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole roster as it is sent and as it stands in the roster file. */
@Schema(name = "Roster")
public record RosterBody(
    String organisation,
    List<TeamBody> teams,
    List<OfficerBody> officers,
    @Schema(description = "who is duty inspector when; stays as it is where left out")
        List<TurnBody> dutyInspectors) {

  @Schema(name = "Team")
  public record TeamBody(
      @Schema(examples = "kent-polit", required = true) String id,
      @Schema(examples = "46") String organisation,
      @Schema(description = "the id where left out") String name,
      @Schema(examples = "p-1001") String supervisor,
      String deputy,
      @Schema(description = "in a whole roster only; stays as it is where left out")
          List<TurnBody> rota) {

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
          String rank,
      @Schema(description = "in a whole roster only; stay as they are where left out")
          List<AbsenceBody> absences) {

    PersonId person(Form form, String pointer) {
      return form.requiredId(pointer + "/person", person, PersonId::of);
    }

    Roster.Officer officer(Form form, String pointer) {
      Rank read = form.optionalWord(pointer + "/rank", rank, Rank.class);
      return new Roster.Officer(
          form.id(pointer + "/team", team, TeamId::of), read == null ? Rank.STAFF : read);
    }

    List<Period> periods(Form form, String pointer, Instant now) {
      var periods = new ArrayList<Period>();
      each(
          form,
          pointer + "/absences",
          absences,
          (at, given) -> periods.add(given.period(form, at, now)));
      form.check();
      return periods;
    }
  }

  /**
   * What it says, checked.
   *
   * @param owner whose roster it is; what names another organisation is refused
   * @param now for an absence that begins with its entry
   */
  Roster roster(OrganisationCode owner, Instant now) {
    var form = new Form();
    belongs(form, "/organisation", organisation, owner);
    Map<TeamId, Roster.Team> units = new LinkedHashMap<>();
    each(
        form,
        "/teams",
        teams,
        (at, given) -> {
          belongs(form, at + "/organisation", given.organisation(), owner);
          var before = units.put(given.id(form, at), given.team(form, at));
          if (before != null) form.wrong(at + "/id", "named-twice", given.id() + " is named twice");
        });
    Map<PersonId, Roster.Officer> people = new LinkedHashMap<>();
    each(
        form,
        "/officers",
        officers,
        (at, given) -> {
          belongs(form, at + "/organisation", given.organisation(), owner);
          var before = people.put(given.person(form, at), given.officer(form, at));
          if (before != null)
            form.wrong(at + "/person", "named-twice", given.person() + " is named twice");
        });
    form.check();
    Presence presence = presence(form, people.keySet(), now);
    form.check();
    return new Roster(units, people, presence);
  }

  private Presence presence(Form form, Set<PersonId> people, Instant now) {
    Map<PersonId, List<Period>> absences = new LinkedHashMap<>();
    each(
        form,
        "/officers",
        officers,
        (at, given) -> {
          if (given.absences() != null)
            absences.put(new PersonId(given.person().strip()), given.periods(form, at, now));
        });
    Map<TeamId, List<Turn>> rotas = new LinkedHashMap<>();
    each(
        form,
        "/teams",
        teams,
        (at, given) -> {
          if (given.rota() != null)
            rotas.put(
                new TeamId(given.id().strip()),
                PresenceBody.turns(form, at + "/rota", given.rota(), people::contains));
        });
    return new Presence(
        absences,
        rotas,
        dutyInspectors == null
            ? null
            : PresenceBody.turns(form, "/dutyInspectors", dutyInspectors, people::contains));
  }

  /** What each entry of a list says, with the pointer to it. */
  private static <T> void each(
      Form form, String pointer, List<T> given, BiConsumer<String, T> reading) {
    List<T> entries = given == null ? List.of() : given;
    for (int i = 0; i < entries.size(); i++) {
      String at = pointer + "/" + i;
      T entry = form.required(at, entries.get(i));
      if (entry != null) reading.accept(at, entry);
    }
  }

  private static void belongs(Form form, String pointer, String given, OrganisationCode owner) {
    if (given != null && !Objects.equals(given.strip(), owner.value()))
      form.wrong(pointer, "another-organisation", "this is the roster of " + owner);
  }
}
