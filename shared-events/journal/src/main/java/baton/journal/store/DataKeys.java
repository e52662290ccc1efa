package baton.journal.store;

import baton.journal.seal.DataKey;
import baton.journal.seal.Keyring;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the data key of each referral in an append, and gives one to those that have none. */
final class DataKeys {
  private final Keyring keyring;

  DataKeys(Keyring keyring) {
    this.keyring = keyring;
  }

  /**
   * The keys of the referrals in which something is to be sealed.
   *
   * @param known ids of the keys that this service keeps already
   */
  Map<UUID, DataKey> of(
      List<Append> events, Map<UUID, String> known, Witnessed witnessed, Connection transaction)
      throws SQLException {
    Map<UUID, DataKey> keys = new HashMap<>();
    Map<UUID, String> added = new HashMap<>();
    for (Append event : events) {
      UUID referral = event.clockKey();
      if (!event.needsKey() || keys.containsKey(referral)) continue;
      String id = known.getOrDefault(referral, witnessed.key(referral));
      DataKey key = id == null ? keyring.fresh() : keyring.find(id);
      keys.put(referral, key);
      if (!known.containsKey(referral)) added.put(referral, key.id());
    }
    if (!added.isEmpty())
      ReferralKeys.keep(transaction, added)
          .forEach((referral, id) -> keys.compute(referral, (r, key) -> standing(key, id)));
    return keys;
  }

  /** Another transaction may have been first to give the referral its key. */
  private DataKey standing(DataKey key, String id) {
    return key.id().equals(id) ? key : keyring.find(id);
  }
}
