package baton.journal.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Is the keyring as new as the store? Asked of the newest keys that the store names. */
public final class KeyringCheck {
  private static final int NEWEST = 100;

  private KeyringCheck() {}

  /** In a sentence, that what is stored cannot be read. Nothing else depends on it. */
  public static Optional<String> trouble(Connection store, Connection keyring) throws SQLException {
    SortedSet<String> named = newest(store);
    Set<String> lacked = new HashSet<>(named);
    lacked.removeAll(held(named, keyring));
    return switch (KeyringState.of(named, lacked)) {
      case IN_ORDER -> Optional.empty();
      case OLDER ->
          told(
              "The keyring is older than this store: it lacks %d of the %d newest keys that the store names."
                  .formatted(lacked.size(), named.size()));
      case LOST ->
          told(
              "The keyring is lost, or older than this store: it holds none of the %d newest keys that the store names."
                  .formatted(named.size()));
    };
  }

  private static Optional<String> told(String what) {
    return Optional.of(
        what + " What they sealed cannot be read; all else goes on. See: baton recover");
  }

  private static SortedSet<String> newest(Connection store) throws SQLException {
    SortedSet<String> named = new TreeSet<>();
    String newest = "select key from referral_key order by key desc limit " + NEWEST;
    try (PreparedStatement select = store.prepareStatement(newest);
        ResultSet row = select.executeQuery()) {
      while (row.next()) named.add(row.getString(1));
    }
    return named;
  }

  private static Set<String> held(Set<String> keys, Connection keyring) throws SQLException {
    Set<String> held = new HashSet<>();
    try (PreparedStatement select =
        keyring.prepareStatement("select key from data_key where key = any (?)")) {
      select.setArray(1, keyring.createArrayOf("text", keys.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) held.add(row.getString(1));
      }
    }
    return held;
  }
}
