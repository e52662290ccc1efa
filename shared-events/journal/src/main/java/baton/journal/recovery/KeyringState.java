package baton.journal.recovery;

import java.util.Set;
import java.util.SortedSet;

/**
 * What the keys that a store names, and a keyring lacks, say of the keyring. Pure.
 *
 * <p>Keys are numbered in the order of time, and one by one they are disposed of on purpose. So a
 * keyring is older than the store if it lacks the newest key, or several in a row: after a start on
 * an older keyring it holds newer ones again.
 */
public enum KeyringState {
  IN_ORDER,
  OLDER,
  /** It holds none. */
  LOST;

  /** So many in a row are not disposed of one by one. */
  private static final int ROW = 3;

  /**
   * @param named keys that the store names, without a gap, up to the newest
   * @param lacked those of them that the keyring does not hold
   */
  public static KeyringState of(SortedSet<String> named, Set<String> lacked) {
    if (lacked.isEmpty()) return IN_ORDER;
    if (lacked.containsAll(named)) return LOST;
    return lacked.contains(named.last()) || inARow(named, lacked) ? OLDER : IN_ORDER;
  }

  private static boolean inARow(SortedSet<String> named, Set<String> lacked) {
    int row = 0;
    for (String key : named) {
      row = lacked.contains(key) ? row + 1 : 0;
      if (row == ROW) return true;
    }
    return false;
  }
}
