package baton.intake.batch;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;

/** Which package an Idempotency-Key means. Two uploads that begin at once share one. */
@ApplicationScoped
public class BatchKeys {

  Optional<BatchId> find(OrganisationCode agency, String key, Connection connection) {
    return on(connection)
        .find(
            "select batch from batch_key where agency = ? and key = ?",
            row -> new BatchId(row.getObject("batch", UUID.class)),
            agency,
            key);
  }

  void keep(OrganisationCode agency, String key, BatchId batch, Connection transaction) {
    on(transaction)
        .update("insert into batch_key (agency, key, batch) values (?, ?, ?)", agency, key, batch);
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "the keys of batches");
  }
}
