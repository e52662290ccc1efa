package baton.platform.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.platform.forms.Form;

/**
 * To whom something is offered: a named person, or whoever is on duty for a team. One of the two is
 * null.
 */
public record Receiver(PersonId person, TeamId team) {
  public static final String TEAM =
      "instead of a person: it is offered to who is on duty for the team, else to the duty inspector";

  /** What a body names. What is wrong is a 422. */
  public static Receiver read(String person, String team) {
    var form = new Form();
    if (person != null && team != null)
      form.wrong("/team", "one-of-two", "name a person or a team, not both");
    PersonId named =
        team == null
            ? form.requiredId("/person", person, PersonId::of)
            : form.id("/person", person, PersonId::of);
    TeamId onDuty = form.id("/team", team, TeamId::of);
    form.check();
    return new Receiver(named, onDuty);
  }

  /** The same for the same receiver: what a repeated request is compared by. */
  public byte[] bytes() {
    return (person == null ? "team " + team : person.toString()).getBytes(UTF_8);
  }
}
