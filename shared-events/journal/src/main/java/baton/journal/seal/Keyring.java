package baton.journal.seal;

/** Data keys, one per referral, kept outside log and stores. On a cluster a KMS may stand here. */
public interface Keyring {
  /** A key that nobody has used, already kept durably. */
  DataKey fresh();

  /**
   * @throws KeyGone if it was deleted, or never was
   */
  DataKey find(String key);

  /** Disposal: what the key sealed becomes unreadable everywhere within the cache's minute. */
  void delete(String key);
}
