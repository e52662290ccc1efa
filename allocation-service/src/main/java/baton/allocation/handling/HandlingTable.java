package baton.allocation.handling;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.access.HandlingAcknowledged;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code handling_acknowledgement}, on one transaction. */
final class HandlingTable {
  private final Sql sql;

  private HandlingTable(Sql sql) {
    this.sql = sql;
  }

  static HandlingTable on(Connection connection) {
    return new HandlingTable(Sql.on(connection, "the conditions that were acknowledged"));
  }

  /**
   * What was acknowledged.
   *
   * @param box the event whose sealed part says the conditions
   * @param conditions closed, under the referral's own key and in that event's name; null where
   *     only the log is left to tell
   */
  record Row(EventId box, Sealed<String> conditions) {
    private static Row of(ResultSet row) throws SQLException {
      String key = row.getString("sealed_key");
      return new Row(
          new EventId(row.getObject("box", UUID.class)),
          key == null ? null : new Sealed<>(key, row.getString("sealed_box"), null));
    }
  }

  List<Row> of(ReferralId referral, Collection<OrganisationCode> forces) {
    return sql.list(
        "select * from handling_acknowledgement where referral = ? and force = any (?)",
        Row::of,
        referral,
        forces);
  }

  void add(HandlingAcknowledged e, Instant at) {
    sql.update(
        """
        insert into handling_acknowledgement (referral, force, box, by_person, acknowledged_at)
        values (?, ?, ?, ?, ?) on conflict do nothing\
        """,
        e.referral(),
        e.force(),
        e.box(),
        e.by(),
        at);
  }

  void keep(ReferralId referral, OrganisationCode force, EventId box, Sealed<String> conditions) {
    sql.update(
        "update handling_acknowledgement set sealed_key = ?, sealed_box = ?"
            + " where referral = ? and force = ? and box = ?",
        conditions.key(),
        conditions.box(),
        referral,
        force,
        box);
  }
}
