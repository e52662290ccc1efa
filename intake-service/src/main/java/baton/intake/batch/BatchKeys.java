package baton.intake.batch;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Which package an Idempotency-Key means. Two uploads that begin at once share one. */
@ApplicationScoped
public class BatchKeys {

  Optional<BatchId> find(OrganisationCode agency, String key, Connection connection)
      throws SQLException {
    try (var select =
        connection.prepareStatement("select batch from batch_key where agency = ? and key = ?")) {
      select.setString(1, agency.value());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new BatchId(row.getObject(1, UUID.class)))
            : Optional.empty();
      }
    }
  }

  void keep(OrganisationCode agency, String key, BatchId batch, Connection transaction)
      throws SQLException {
    try (var insert = transaction.prepareStatement("insert into batch_key values (?, ?, ?)")) {
      insert.setString(1, agency.value());
      insert.setString(2, key);
      insert.setObject(3, batch.value());
      insert.executeUpdate();
    }
  }
}
