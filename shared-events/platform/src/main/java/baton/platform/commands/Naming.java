package baton.platform.commands;

/** What the CloudEvent of a command has to name beside its data. */
public enum Naming {
  /** The person who does it, and the referral: by its id, or in data as the force's system does. */
  CASE(true),
  /** The person and the referral, by its id. */
  REFERRAL(true),
  /** The person alone: there is no referral yet. */
  PERSON(true),
  /** Nobody and nothing: the force's system speaks for itself. */
  NOTHING(false);

  private final boolean person;

  Naming(boolean person) {
    this.person = person;
  }

  boolean person() {
    return person;
  }
}
