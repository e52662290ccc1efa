package baton.journal.seal;

import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys in memory: for tests that need no database. */
final class MemoryKeyring implements Keyring {
  private final Map<String, DataKey> keys = new ConcurrentHashMap<>();

  @Override
  public DataKey fresh() {
    try {
      var key = new DataKey("key-" + (keys.size() + 1), Random.randBytes(DataKey.BYTES));
      keys.put(key.id(), key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DataKey find(String key) {
    return Optional.ofNullable(keys.get(key)).orElseThrow(() -> new KeyGone(key));
  }

  @Override
  public void delete(String key) {
    keys.remove(key);
  }
}
