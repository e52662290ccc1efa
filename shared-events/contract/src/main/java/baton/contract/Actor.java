package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who did it: {@code person:p-1001}, {@code agency:toronto-police} or {@code system:risk-service}.
 * Comes from the bearer token, never from a request's body.
 */
public record Actor(Kind kind, String id) {
  public enum Kind {
    person,
    agency,
    system
  }

  public Actor {
    if (kind == null || id == null || id.isBlank())
      throw new IllegalArgumentException("an actor is kind:id, such as person:p-1001");
  }

  public static Actor person(PersonId person) {
    return new Actor(Kind.person, person.value());
  }

  public static Actor agency(OrganisationCode agency) {
    return new Actor(Kind.agency, agency.value());
  }

  public static Actor system(String service) {
    return new Actor(Kind.system, service);
  }

  @JsonCreator
  public static Actor of(String text) {
    int colon = text == null ? -1 : text.indexOf(':');
    if (colon < 0) throw new IllegalArgumentException("an actor is kind:id, such as person:p-1001");
    return new Actor(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  @JsonValue
  public String toString() {
    return kind + ":" + id;
  }
}
