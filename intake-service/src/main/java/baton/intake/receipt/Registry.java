package baton.intake.receipt;

import baton.contract.BatchId;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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
        (agency, reference, referral, receipt_number, received_at, content_hash, force, batch,
         originated_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String FIND =
      """
      select reference, referral, receipt_number, received_at, content_hash, batch
        from referral_registry where agency = ? and reference = any (?)\
      """;

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
      OrganisationCode agency, Collection<String> references, Connection connection) {
    var found = new HashMap<String, Entry>();
    Sql.on(connection, "the registry")
        .list(FIND, row -> found.put(row.getString("reference"), entry(row)), agency, references);
    return found;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    Map<ReferralId, OrganisationCode> originators = originators(events);
    // In one order whoever writes, so that two batches wait for each other and never both.
    List<Object[]> rows =
        events.stream()
            .filter(recorded -> recorded.event() instanceof ReferralReceived)
            .sorted(Comparator.comparing(recorded -> received(recorded).reference()))
            .map(recorded -> row(received(recorded), recorded.recordedTime(), originators))
            .toList();
    Sql.on(transaction, "the registry").updateAll(INSERT, rows);
  }

  private static ReferralReceived received(Recorded<?> recorded) {
    return (ReferralReceived) recorded.event();
  }

  private static Map<ReferralId, OrganisationCode> originators(
      List<Recorded<? extends BatonEvent>> events) {
    return events.stream()
        .map(Recorded::event)
        .filter(ReferralOriginated.class::isInstance)
        .map(ReferralOriginated.class::cast)
        .collect(Collectors.toMap(ReferralOriginated::referral, ReferralOriginated::organisation));
  }

  private static Object[] row(
      ReferralReceived event, Instant at, Map<ReferralId, OrganisationCode> originators) {
    return new Object[] {
      event.agency(),
      event.reference(),
      event.referral(),
      event.receiptNumber(),
      at,
      event.contentHash(),
      event.force(),
      event.batch(),
      originators.get(event.referral())
    };
  }

  private static Entry entry(ResultSet row) throws SQLException {
    UUID batch = row.getObject("batch", UUID.class);
    return new Entry(
        new ReferralId(row.getObject("referral", UUID.class)),
        row.getString("receipt_number"),
        Sql.instant(row, "received_at"),
        row.getString("content_hash"),
        batch == null ? null : new BatchId(batch));
  }
}
