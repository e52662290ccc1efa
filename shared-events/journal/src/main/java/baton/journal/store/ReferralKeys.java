package baton.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which data key seals a referral's personal data: one per referral, the same in every service. */
final class ReferralKeys {
  private static final String BEGIN =
      """
      select pg_current_xact_id(), referral, key
        from unnest(?::uuid[]) as batch (referral) left join referral_key using (referral)""";

  private static final String KEEP =
      """
      insert into referral_key (referral, key) select * from unnest(?::uuid[], ?::text[])
      on conflict (referral) do nothing returning referral""";

  private static final String FIND =
      "select referral, key from referral_key where referral = any (?)";

  private ReferralKeys() {}

  /**
   * Takes the transaction's id, before the clock is read: the relay's watermark rests on no event
   * being recorded earlier than the moment from which its transaction holds the horizon back. The
   * same round trip finds the keys of the referrals concerned; those without one are absent.
   *
   * @param referrals at least one
   */
  static Map<UUID, String> begin(Connection transaction, Collection<UUID> referrals)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(BEGIN)) {
      statement.setArray(1, transaction.createArrayOf("uuid", referrals.toArray()));
      return keys(statement, 2);
    }
  }

  /** Keeps new keys; where another transaction was first, its key stands and is returned. */
  static Map<UUID, String> keep(Connection transaction, Map<UUID, String> keys)
      throws SQLException {
    var standing = new HashMap<>(keys);
    var overtaken = new TreeMap<>(keys);
    try (PreparedStatement statement = transaction.prepareStatement(KEEP)) {
      var sorted = new TreeMap<>(keys);
      statement.setArray(1, transaction.createArrayOf("uuid", sorted.keySet().toArray()));
      statement.setArray(2, transaction.createArrayOf("text", sorted.values().toArray()));
      try (ResultSet kept = statement.executeQuery()) {
        while (kept.next()) overtaken.remove(kept.getObject(1, UUID.class));
      }
    }
    if (!overtaken.isEmpty()) standing.putAll(find(transaction, overtaken.keySet()));
    return standing;
  }

  private static Map<UUID, String> find(Connection transaction, Collection<UUID> referrals)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(FIND)) {
      statement.setArray(1, transaction.createArrayOf("uuid", referrals.toArray()));
      return keys(statement, 1);
    }
  }

  private static Map<UUID, String> keys(PreparedStatement statement, int firstColumn)
      throws SQLException {
    var keys = new HashMap<UUID, String>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String key = rows.getString(firstColumn + 1);
        if (key != null) keys.put(rows.getObject(firstColumn, UUID.class), key);
      }
    }
    return keys;
  }
}
