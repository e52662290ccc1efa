package baton.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.TestDatabases;
import baton.journal.seal.DataKey;
import baton.journal.seal.PostgresKeyring;
import baton.journal.seal.TestKeys;
import com.google.crypto.tink.Aead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A keyring that is lost, or older than the store. */
class KeyringCheckTest {
  private final DataSource store = TestDatabases.migrated("store", "db/journal");
  private final DataSource keys = TestDatabases.migrated("keyring", "db/keyring");
  private final Aead keyEncryption = TestKeys.keyEncryption();
  private final List<String> given = new ArrayList<>();

  @Test
  void a_keyring_that_holds_the_stores_keys_is_in_order() throws SQLException {
    assertThat(trouble()).as("nothing is sealed yet").isEmpty();
    seal(2);
    assertThat(trouble()).isEmpty();
  }

  @Test
  void single_keys_that_were_disposed_of_are_no_loss() throws SQLException {
    seal(6);
    for (int disposed : List.of(0, 1, 3, 4)) lose(given.get(disposed));
    assertThat(trouble()).isEmpty();
  }

  @Test
  void a_keyring_that_lacks_the_newest_key_is_older() throws SQLException {
    seal(2);
    lose(given.getLast());
    assertThat(trouble())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The keyring is older than this store: it lacks 1 of the 2 newest"));
  }

  @Test
  void a_keyring_that_was_used_since_it_was_put_back_is_older_all_the_same() throws SQLException {
    seal(5);
    for (String key : given.subList(2, 5)) lose(key);
    seal(4);
    assertThat(trouble())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The keyring is older than this store: it lacks 3 of the 9 newest"));
  }

  @Test
  void an_older_keyring_is_told_and_gives_none_of_its_unused_keys_again() throws SQLException {
    seal(2);
    for (String key : given) lose(key);
    assertThat(trouble())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The keyring is lost, or older than this store: it holds none of the 2"));

    List<String> unused = ids();
    assertThat(unused).isNotEmpty();
    DataKey fresh = new PostgresKeyring(keys, keyEncryption).fresh();
    assertThat(unused)
        .as("made ahead of need by a process that is gone")
        .doesNotContain(fresh.id());
    assertThat(given).doesNotContain(fresh.id());
  }

  private void lose(String key) throws SQLException {
    execute(keys, "delete from data_key where key = '" + key + "'");
  }

  private void seal(int referrals) throws SQLException {
    var keyring = new PostgresKeyring(keys, keyEncryption);
    for (int i = 0; i < referrals; i++) {
      String key = keyring.fresh().id();
      given.add(key);
      execute(
          store, "insert into referral_key values ('%s', '%s')".formatted(UUID.randomUUID(), key));
    }
  }

  private Optional<String> trouble() throws SQLException {
    try (Connection named = store.getConnection();
        Connection held = keys.getConnection()) {
      return KeyringCheck.trouble(named, held);
    }
  }

  private List<String> ids() throws SQLException {
    var ids = new ArrayList<String>();
    try (Connection connection = keys.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select key from data_key")) {
      while (row.next()) ids.add(row.getString(1));
    }
    return ids;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
