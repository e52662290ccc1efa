package baton.journal.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Is the keyring as new as the store? Asked of the newest keys that the store names: key by key
 * they are disposed of on purpose, all of them are only lost.
 */
public final class KeyringCheck {
  private static final int NEWEST = 100;

  private KeyringCheck() {}

  /** In a sentence, that what is stored cannot be read. Nothing else depends on it. */
  public static Optional<String> trouble(Connection store, Connection keyring) throws SQLException {
    List<String> named = new ArrayList<>();
    // Keys are numbered in the order of time.
    String newest = "select key from referral_key order by key desc limit " + NEWEST;
    try (PreparedStatement select = store.prepareStatement(newest);
        ResultSet row = select.executeQuery()) {
      while (row.next()) named.add(row.getString(1));
    }
    if (named.isEmpty() || anyOf(named, keyring)) return Optional.empty();
    return Optional.of(
        ("The keyring is lost, or older than this store: it holds none of the %d newest keys that"
                + " the store names. What they sealed cannot be read; all else goes on. See: baton"
                + " recover")
            .formatted(named.size()));
  }

  private static boolean anyOf(List<String> keys, Connection keyring) throws SQLException {
    try (PreparedStatement select =
        keyring.prepareStatement("select from data_key where key = any (?) limit 1")) {
      select.setArray(1, keyring.createArrayOf("text", keys.toArray()));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
