package baton.journal.reader;

import java.util.List;

/** What became of a retry. */
public sealed interface Retried {
  /**
   * The story goes on.
   *
   * @param events how many were applied, in their order
   */
  record Released(int events) implements Retried {}

  /** Nothing of this story waits. */
  record NothingParked() implements Retried {}

  /**
   * All of it waits as before.
   *
   * @param failures why, one line for each event that still cannot be applied, without personal
   *     data
   */
  record StillParked(List<String> failures) implements Retried {}
}
