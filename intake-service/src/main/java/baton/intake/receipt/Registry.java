package baton.intake.receipt;

import baton.contract.BatchId;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.ReferralReceived;
import baton.journal.store.AppendListener;
import baton.platform.DatabaseFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which reference of which agency is which referral. Its row is written in the transaction that
 * appends {@link ReferralReceived}: of two that send the same reference at once, one waits, fails
 * on the unique key and finds the other's row when it tries again.
 */
@ApplicationScoped
public class Registry implements AppendListener {

  private static final String INSERT =
      """
      insert into referral_registry
        (agency, reference, referral, receipt_number, received_at, content_hash, force, batch)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String FIND =
      """
      select reference, referral, receipt_number, received_at, content_hash, batch
        from referral_registry where agency = ? and reference = any (?)""";

  /**
   * @param contentHash of the first version
   * @param batch that it came in first, or null
   */
  public record Entry(
      ReferralId referral,
      String receiptNumber,
      Instant receivedAt,
      String contentHash,
      BatchId batch) {}

  /** By reference; those that are new from this agency are missing. */
  public Map<String, Entry> find(
      OrganisationCode agency, Collection<String> references, Connection connection)
      throws SQLException {
    var found = new HashMap<String, Entry>();
    try (var select = connection.prepareStatement(FIND)) {
      select.setString(1, agency.value());
      select.setArray(2, connection.createArrayOf("text", references.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) found.put(row.getString("reference"), entry(row));
      }
    }
    return found;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    // In one order whoever writes, so that two batches wait for each other and never both.
    List<Recorded<? extends BatonEvent>> received =
        events.stream()
            .filter(recorded -> recorded.event() instanceof ReferralReceived)
            .sorted(Comparator.comparing(r -> ((ReferralReceived) r.event()).reference()))
            .toList();
    if (received.isEmpty()) return;
    try (var insert = transaction.prepareStatement(INSERT)) {
      for (var recorded : received) {
        bind(insert, (ReferralReceived) recorded.event(), recorded.recordedTime());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseFailed("the registry could not be written", e);
    }
  }

  private static void bind(PreparedStatement insert, ReferralReceived event, Instant at)
      throws SQLException {
    insert.setString(1, event.agency().value());
    insert.setString(2, event.reference());
    insert.setObject(3, event.referral().value());
    insert.setString(4, event.receiptNumber());
    insert.setObject(5, at.atOffset(ZoneOffset.UTC));
    insert.setString(6, event.contentHash());
    insert.setString(7, event.force() == null ? null : event.force().value());
    insert.setObject(8, event.batch() == null ? null : event.batch().value());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    UUID batch = row.getObject("batch", UUID.class);
    return new Entry(
        new ReferralId(row.getObject("referral", UUID.class)),
        row.getString("receipt_number"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("content_hash"),
        batch == null ? null : new BatchId(batch));
  }
}
