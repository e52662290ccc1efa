package baton.platform.policy;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.LogRecord;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * What was adopted, as far as this service has read the register: table {@code policy_adoption}.
 * There are a few dozen rows at most.
 */
public final class PolicyTable {
  private static final String LOCK =
      "pg_advisory_xact_lock%s(hashtextextended('baton.policy', 0))::text";

  private static final EventCodec CODEC = new EventCodec();

  private final Sql sql;

  private PolicyTable(Sql sql) {
    this.sql = sql;
  }

  public static PolicyTable on(Connection connection) {
    return new PolicyTable(Sql.on(connection, "what was adopted"));
  }

  /** Nobody reads a new adoption while this transaction folds. */
  public void lockToFold() {
    lock("_shared");
  }

  /** Whoever folds without it has committed, and whoever folds later sees it. */
  void lockToAdopt() {
    lock("");
  }

  /** A repeat changes nothing. */
  void keep(LogRecord adoption) {
    sql.update(
        "insert into policy_adoption (event, recorded_at, value) values (?, ?, decode(?, 'hex'))"
            + " on conflict do nothing",
        adoption.event().id(),
        adoption.event().recordedTime(),
        HexFormat.of().formatHex(adoption.value()));
  }

  /** Changes with every row. */
  String edition() {
    return sql.find(
            "select coalesce(string_agg(event::text, ' ' order by event), '') from policy_adoption",
            row -> row.getString(1))
        .orElseThrow();
  }

  /** Everything, in the order in which it was recorded. */
  public List<Recorded<? extends BatonEvent>> all() {
    return sql.list(
        "select value from policy_adoption order by recorded_at, event", PolicyTable::event);
  }

  private void lock(String mode) {
    sql.find("select " + LOCK.formatted(mode), row -> true);
  }

  private static Recorded<? extends BatonEvent> event(ResultSet row) throws SQLException {
    return CODEC.decode(Envelope.parse(row.getBytes(1)));
  }
}
