package baton.replay.model;

import baton.custody.Custody;

/**
 * What the fold makes of one referral's tape.
 *
 * @param custody null where nothing could be applied
 * @param waits events came whose predecessors did not
 * @param unreadable events that could be packed and cannot be read
 */
record Folded(Custody custody, boolean waits, int unreadable) {
  /** See {@link Summary}. */
  long summary() {
    return custody == null || waits || unreadable > 0 ? Summary.NONE : Summary.of(custody);
  }
}
