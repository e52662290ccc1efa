package baton.local.recovery;

import baton.journal.recovery.KeyringState;
import baton.journal.seal.KeyEncryption;
import baton.local.Trouble;
import baton.parts.PostgresServer;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Gatherers;

/**
 * Is the keyring the one that sealed what the stores hold? A service never makes a key again that
 * is missing, and never gives an unused one of an older keyring: it makes new ones first.
 */
public final class KeyringLook {
  private static final String KEYRING = "keyring";
  private static final int PAGE = 1_000;

  private final PostgresServer server;
  private final Path kek;

  /**
   * @param kek file of the key-encryption key
   */
  public KeyringLook(PostgresServer server, Path kek) {
    this.server = server;
    this.kek = kek;
  }

  /**
   * @throws Trouble if the file is missing although it wrapped keys: a new one would not open them
   */
  public void requireKeyEncryptionKey() {
    try {
      Optional<String> why = Files.exists(kek) ? Optional.empty() : foreignKeyEncryptionKey();
      if (why.isPresent()) throw new Trouble(why.get());
    } catch (SQLException e) {
      throw new Trouble("the keyring cannot be read: " + e.getMessage(), e);
    }
  }

  /** What is amiss with the key-encryption key, in a sentence. */
  Optional<String> foreignKeyEncryptionKey() throws SQLException {
    if (!holdsKeys()) return Optional.empty();
    try (Connection connection = server.connect(KEYRING);
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select key, wrapped from data_key limit 1")) {
        if (!row.next()) return Optional.empty();
        if (!Files.exists(kek))
          return Optional.of(
              ("The key-encryption key %s is missing, and the keyring holds keys that it wrapped:"
                      + " put it back, by hand or with baton restore --only keyring.")
                  .formatted(kek));
        Aead aead = KeyEncryption.read(kek);
        aead.decrypt(row.getBytes(2), row.getString(1).getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
      }
    } catch (GeneralSecurityException | IOException foreign) {
      return Optional.of(
          ("The key-encryption key %s is not the one that wrapped the keyring: put that one back,"
                  + " by hand or with baton restore --only keyring.")
              .formatted(kek));
    }
  }

  /** What is amiss with the keys that the stores name, in a sentence. */
  Optional<String> missingKeys(List<Store> stores) throws SQLException {
    SortedSet<String> named = named(stores);
    Set<String> lost = holdsKeys() ? missing(named) : named;
    return switch (KeyringState.of(named, lost)) {
      case IN_ORDER -> Optional.empty();
      case OLDER ->
          told(
              "The keyring is older than the stores: it lacks %d of the %d keys that they name"
                  .formatted(lost.size(), named.size()));
      case LOST ->
          told(
              "The keyring is lost: it holds none of the %d keys that the stores name"
                  .formatted(named.size()));
    };
  }

  private static Optional<String> told(String what) {
    return Optional.of(
        what
            + ". What they sealed cannot be read; custody, clocks and proofs go on. Put a newer"
            + " keyring back: baton restore --only keyring FOLDER");
  }

  /** False for a keyring that is lost, and for one that no service has used. */
  private boolean holdsKeys() throws SQLException {
    if (!server.has(KEYRING)) return false;
    try (Connection connection = server.connect(KEYRING);
        Statement statement = connection.createStatement()) {
      return ClusterCopy.one(statement, "select to_regclass('data_key')") != null;
    }
  }

  private static SortedSet<String> named(List<Store> stores) throws SQLException {
    var named = new TreeSet<String>();
    for (Store store : stores)
      try (Connection connection = store.connect()) {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
          statement.setFetchSize(PAGE);
          try (ResultSet row = statement.executeQuery("select key from referral_key")) {
            while (row.next()) named.add(row.getString(1));
          }
        }
      }
    return named;
  }

  private Set<String> missing(Set<String> named) throws SQLException {
    var missing = new HashSet<String>();
    try (Connection keyring = server.connect(KEYRING);
        PreparedStatement select =
            keyring.prepareStatement(
                """
                select wanted.key from unnest(?::text[]) as wanted (key)
                 where not exists (select from data_key d where d.key = wanted.key)\
                """)) {
      for (var page : named.stream().gather(Gatherers.windowFixed(PAGE)).toList()) {
        select.setArray(1, keyring.createArrayOf("text", page.toArray()));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) missing.add(row.getString(1));
        }
      }
    }
    return missing;
  }
}
