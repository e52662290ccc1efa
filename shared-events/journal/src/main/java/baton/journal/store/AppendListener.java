package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.sql.Connection;
import java.util.List;

/**
 * Keeps a read model of a service's own events, in the transaction that appends them. A failure
 * undoes the append.
 */
@FunctionalInterface
public interface AppendListener {
  /**
   * @param events as stored: stamped, personal data in boxes, in the order of the append
   * @param transaction the append's own; not to be committed or closed
   */
  void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction);

  /**
   * What this service had written once, its store lost and the log gave back. To be kept as if it
   * had just been appended; whoever tells the world what happens does nothing, for the world was
   * told.
   */
  default void returned(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    appended(events, transaction);
  }
}
