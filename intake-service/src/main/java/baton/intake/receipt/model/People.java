package baton.intake.receipt.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The people of a referral that has been checked. */
record People(List<Map<?, ?>> list) {

  static People of(Map<String, Object> fields) {
    return new People(
        entries(fields.get("people"))
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(Map.class::cast)
            .toList());
  }

  boolean suspectNamed() {
    return in("SUSPECT")
        .anyMatch(
            person -> has(person, "names") || has(person, "addresses") || has(person, "accounts"));
  }

  boolean childLinked() {
    return in("VICTIM").findAny().isPresent() || in("CHILD_AT_RISK").findAny().isPresent();
  }

  boolean suspectThere() {
    return in("SUSPECT").findAny().isPresent();
  }

  private Stream<Map<?, ?>> in(String role) {
    return list.stream().filter(person -> role.equals(person.get("role")));
  }

  private static boolean has(Map<?, ?> person, String field) {
    return entries(person.get(field)).anyMatch(entry -> entry != null && !entry.equals(""));
  }

  private static Stream<?> entries(Object value) {
    return value instanceof List<?> list ? list.stream() : Stream.empty();
  }
}
