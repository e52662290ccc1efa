package baton.platform.commands;

import baton.journal.reader.Failure;
import baton.journal.store.NewerEvent;
import baton.platform.StoreRefuses;

/**
 * How often one command failed by itself. An outage, a store that is to be recovered or an upgrade
 * says nothing of the command: it waits for their end, however long that takes.
 */
final class CommandTries {
  private static final int MAX = 5;

  private int failed;

  /** Whether it is to be answered that it cannot be done. */
  boolean areOver() {
    return failed >= MAX;
  }

  /** Where also that answer failed, it is tried again. */
  void failed(Throwable failure) {
    if (areOver()) failed = 0;
    else if (isItsOwn(failure)) failed++;
  }

  static boolean isItsOwn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof StoreRefuses || cause instanceof NewerEvent) return false;
    return !Failure.passes(failure);
  }
}
