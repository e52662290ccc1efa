package baton.journal.reader;

import java.time.Duration;

/** Asks the reader's thread to end. */
interface Stop {
  void ask();

  boolean asked();

  /** Waits as long as that, or until asked: then true. */
  boolean asked(Duration within) throws InterruptedException;
}
