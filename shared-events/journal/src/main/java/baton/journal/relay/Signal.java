package baton.journal.relay;

import java.time.Duration;

/** Wakes the relay's thread. A wake that comes while it works is kept for its next wait. */
interface Signal {
  void wake();

  void stop();

  boolean stopped();

  /** Until the time is over or it is stopped, whoever wakes it. */
  void pause(Duration max) throws InterruptedException;

  /** True if it was woken before the time was over. */
  boolean await(Duration max) throws InterruptedException;
}
