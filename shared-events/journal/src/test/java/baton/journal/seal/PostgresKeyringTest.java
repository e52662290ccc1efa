package baton.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.EventId;
import baton.contract.FreeText;
import baton.contract.Sealed;
import baton.journal.TestDatabases;
import com.google.crypto.tink.Aead;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresKeyringTest {
  private final DataSource database = TestDatabases.migrated("keyring", "db/keyring");
  private final Aead keyEncryption = TestKeys.keyEncryption();
  private final AtomicLong nanos = new AtomicLong();
  private final PostgresKeyring keyring = new PostgresKeyring(database, keyEncryption, nanos::get);
  private final EventId event = EventId.of("01990000-0000-7000-8000-000000000001");
  private final FreeText text = new FreeText("because", null);

  @Test
  void another_process_opens_what_this_one_sealed() {
    Sealed<FreeText> box = new Sealer(keyring).seal(text, event, keyring.fresh());
    var elsewhere = new Sealer(new PostgresKeyring(database, keyEncryption));
    assertThat(elsewhere.open(box, event, FreeText.class)).isEqualTo(text);
  }

  @Test
  void keys_are_kept_wrapped_only() throws Exception {
    keyring.fresh();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select wrapped from data_key")) {
      while (rows.next()) assertThat(rows.getBytes(1).length).isGreaterThan(DataKey.BYTES + 16);
    }
  }

  @Test
  void a_deleted_key_is_gone_here_at_once_and_elsewhere_within_a_minute() {
    DataKey key = keyring.fresh();
    var other = new PostgresKeyring(database, keyEncryption);
    assertThat(keyring.find(key.id())).isNotNull();
    other.delete(key.id());
    assertThatThrownBy(() -> other.find(key.id())).isInstanceOf(KeyGone.class);
    nanos.addAndGet(Duration.ofSeconds(60).toNanos());
    assertThatThrownBy(() -> keyring.find(key.id()))
        .isInstanceOfSatisfying(KeyGone.class, gone -> assertThat(gone.key()).isEqualTo(key.id()));
  }

  @Test
  void another_key_encryption_key_is_refused_at_start() {
    keyring.fresh();
    assertThatThrownBy(() -> new PostgresKeyring(database, TestKeys.keyEncryption()))
        .isInstanceOf(KeyringUnavailable.class)
        .hasMessageContaining("not the one");
  }

  @Test
  void how_many_keys_are_ready_is_measured() {
    var meters = new SimpleMeterRegistry();
    keyring.bindTo(meters);
    keyring.fresh();
    assertThat(meters.get("baton.keyring.ready").gauge().value()).isPositive();
  }
}
