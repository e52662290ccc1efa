package baton.escalation.sample;

import baton.contract.PersonId;
import java.util.HashMap;
import java.util.Map;

/**
 * Other names for members of staff, the same for the same person within one sample: numbered as
 * they come up, because a hash of a staff id could be tried out.
 */
final class Pseudonyms {
  private final Map<String, String> names = new HashMap<>();

  /** Null for nobody. */
  String of(PersonId person) {
    return person == null ? null : of(person.value());
  }

  String of(String person) {
    return names.computeIfAbsent(person, p -> "person-" + (names.size() + 1));
  }
}
