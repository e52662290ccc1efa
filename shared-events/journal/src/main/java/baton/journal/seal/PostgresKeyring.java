package baton.journal.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Data keys in a database of their own, each wrapped by the key-encryption key. New keys are made
 * in blocks ahead of need, so that taking one costs no commit. A deleted key is forgotten in every
 * process within {@link #MEMORY}.
 */
public final class PostgresKeyring implements Keyring, MeterBinder {
  static final Duration MEMORY = Duration.ofSeconds(60);
  private static final int REMEMBERED_MAX = 50_000;

  private final KeyTable table;
  private final KeyBlocks blocks;
  private final Cache<String, DataKey> remembered;

  /**
   * @throws KeyringUnavailable if the database cannot be reached, or holds keys that another
   *     key-encryption key wrapped
   */
  public PostgresKeyring(DataSource dataSource, Aead keyEncryption) {
    this(dataSource, keyEncryption, Ticker.systemTicker());
  }

  PostgresKeyring(DataSource dataSource, Aead keyEncryption, Ticker ticker) {
    this.table = new KeyTable(dataSource, keyEncryption);
    this.blocks = new KeyBlocks(table::addBlock);
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(MEMORY)
            .ticker(ticker)
            .build();
    proveKeyEncryption();
    blocks.refillInTime();
  }

  @Override
  public DataKey fresh() {
    DataKey key = blocks.take();
    remembered.put(key.id(), key);
    return key;
  }

  @Override
  public DataKey find(String key) {
    DataKey known = remembered.getIfPresent(key);
    if (known != null) return known;
    try {
      DataKey found = table.find(key).orElseThrow(() -> new KeyGone(key));
      remembered.put(key, found);
      return found;
    } catch (SQLException | GeneralSecurityException failure) {
      throw new KeyringUnavailable("data key " + key + " cannot be read", failure);
    }
  }

  @Override
  public void delete(String key) {
    try {
      table.delete(key);
    } catch (SQLException failure) {
      throw new KeyringUnavailable("data key " + key + " was not deleted", failure);
    }
    remembered.invalidate(key);
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("baton.keyring.ready", blocks, KeyBlocks::size)
        .description("unused data keys made ahead of need")
        .register(meters);
  }

  private void proveKeyEncryption() {
    try {
      table.any();
    } catch (GeneralSecurityException foreign) {
      throw new KeyringUnavailable(
          "the key-encryption key is not the one that wrapped this keyring", foreign);
    } catch (SQLException failure) {
      throw new KeyringUnavailable("the keyring cannot be read", failure);
    }
  }
}
