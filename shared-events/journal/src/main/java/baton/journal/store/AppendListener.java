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
}
