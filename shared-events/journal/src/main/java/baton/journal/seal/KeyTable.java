package baton.journal.seal;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of wrapped keys. A key is wrapped with its own id as associated data. */
final class KeyTable {
  private final DataSource dataSource;
  private final Aead keyEncryption;

  KeyTable(DataSource dataSource, Aead keyEncryption) {
    this.dataSource = dataSource;
    this.keyEncryption = keyEncryption;
  }

  /** Makes new keys and keeps them, in one commit. */
  List<DataKey> addBlock(int size) throws SQLException, GeneralSecurityException {
    UUID block = UuidCreator.getTimeOrderedEpoch();
    var keys = new ArrayList<DataKey>(size);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into data_key (key, wrapped, block) values (?, ?, ?)")) {
        for (int i = 0; i < size; i++) {
          String id = UuidCreator.getTimeOrderedEpochPlus1().toString();
          byte[] key = Random.randBytes(DataKey.BYTES);
          insert.setString(1, id);
          insert.setBytes(2, keyEncryption.encrypt(key, associated(id)));
          insert.setObject(3, block);
          insert.addBatch();
          keys.add(new DataKey(id, key));
        }
        insert.executeBatch();
        connection.commit();
        return keys;
      } catch (SQLException | GeneralSecurityException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  Optional<DataKey> find(String id) throws SQLException, GeneralSecurityException {
    return first("select key, wrapped from data_key where key = ?", id);
  }

  Optional<DataKey> any() throws SQLException, GeneralSecurityException {
    return first("select key, wrapped from data_key limit 1");
  }

  void delete(String id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from data_key where key = ?")) {
      delete.setString(1, id);
      delete.executeUpdate();
    }
  }

  private Optional<DataKey> first(String sql, String... parameters)
      throws SQLException, GeneralSecurityException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) select.setString(i + 1, parameters[i]);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) return Optional.empty();
        String id = row.getString(1);
        byte[] key = keyEncryption.decrypt(row.getBytes(2), associated(id));
        return Optional.of(new DataKey(id, key));
      }
    }
  }

  private static byte[] associated(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
