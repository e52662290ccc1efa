package baton.contract.feed;

import baton.contract.OrganisationCode;

/** The topics between Baton and one force's own system; each force has its own, or has none. */
public enum FeedTopic {
  /** The force's feed: Baton writes, the force reads. */
  DISSEMINATIONS("baton.disseminations."),
  /** What the force's people do in their own system: the force writes, Baton reads. */
  COMMANDS("baton.commands.");

  private final String prefix;

  FeedTopic(String prefix) {
    this.prefix = prefix;
  }

  /** What the names of all forces' topics begin with. */
  public String prefix() {
    return prefix;
  }

  /** Such as {@code baton.disseminations.46}. */
  public String of(OrganisationCode force) {
    return prefix + force;
  }
}
