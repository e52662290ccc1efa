package baton.intake.progress;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.FreeText;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Table {@code referral_progress}, kept in the append's own transaction. */
@ApplicationScoped
class ProgressTable implements AppendListener {
  private static final String INSERT =
      """
      insert into referral_progress
        (referral, sequence, event, reported, request, organisation, at, sealed_key, sealed_box)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /**
   * @param request its number, or that of the request which a report answers; null for none
   * @param text in its box, or null
   */
  record Row(
      EventId event,
      boolean reported,
      Integer request,
      OrganisationCode organisation,
      Instant at,
      Sealed<FreeText> text) {

    private static Row of(ResultSet row) throws SQLException {
      String key = row.getString("sealed_key");
      return new Row(
          new EventId(row.getObject("event", UUID.class)),
          row.getBoolean("reported"),
          row.getObject("request", Integer.class),
          OrganisationCode.of(row.getString("organisation")),
          Sql.instant(row, "at"),
          key == null ? null : new Sealed<>(key, row.getString("sealed_box"), null));
    }
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    on(transaction).updateAll(INSERT, events.stream().flatMap(ProgressTable::row).toList());
  }

  /** Oldest first. */
  List<Row> of(ReferralId referral, Connection connection) {
    return on(connection)
        .list(
            "select * from referral_progress where referral = ? order by sequence",
            Row::of,
            referral);
  }

  private static Stream<Object[]> row(Recorded<? extends BatonEvent> recorded) {
    return switch (recorded.event()) {
      case ProgressRequested e -> row(recorded, false, e.number(), e.agency(), e.sealed());
      case ProgressReported e -> row(recorded, true, e.request(), e.organisation(), e.sealed());
      default -> Stream.empty();
    };
  }

  private static Stream<Object[]> row(
      Recorded<?> recorded,
      boolean reported,
      Integer request,
      OrganisationCode organisation,
      Sealed<FreeText> text) {
    return Stream.<Object[]>of(
        new Object[] {
          recorded.referral(),
          recorded.streamSequence(),
          recorded.id(),
          reported,
          request,
          organisation,
          recorded.recordedTime(),
          text == null ? null : text.key(),
          text == null ? null : text.box()
        });
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "the progress of a referral");
  }
}
