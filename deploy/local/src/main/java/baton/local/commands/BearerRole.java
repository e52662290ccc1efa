package baton.local.commands;

import baton.local.Trouble;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/** The roles that a token may carry, and which of them only a person can hold. */
enum BearerRole {
  AGENCY(false),
  ASSESSOR(true),
  ALLOCATOR(true),
  OFFICER(true),
  SUPERVISOR(true),
  AUDITOR(false),
  FORCE_SYSTEM(false),
  ADMINISTRATOR(false);

  private final boolean human;

  BearerRole(boolean human) {
    this.human = human;
  }

  boolean human() {
    return human;
  }

  private String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BearerRole of(String claim) {
    return Arrays.stream(values())
        .filter(role -> role.claim().equals(claim))
        .findFirst()
        .orElseThrow(
            () ->
                new Trouble(
                    "'" + claim + "' is no role; use one of " + String.join(", ", new Names())));
  }

  /** For the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(BearerRole::claim).iterator();
    }
  }
}
