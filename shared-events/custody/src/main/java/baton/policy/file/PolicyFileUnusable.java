package baton.policy.file;

/** A file of timescales that cannot be taken; the message names file, line and value. */
public final class PolicyFileUnusable extends IllegalArgumentException {
  PolicyFileUnusable(String message) {
    super(message);
  }
}
