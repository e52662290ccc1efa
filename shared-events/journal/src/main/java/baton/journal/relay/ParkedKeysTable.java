package baton.journal.relay;

import baton.contract.ReferralId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The table {@code relay_parked}. */
final class ParkedKeysTable implements ParkedKeys {
  private static final String ALL =
      """
      select record_key, referral, transaction_id, global_index, event_identifier, payload_type,
             refusal, parked_at, announced, mute, retry
      from relay_parked order by parked_at, record_key
      """;

  /** Parked again it keeps its first position: what was skipped since then still waits. */
  private static final String PARK =
      """
      insert into relay_parked (record_key, referral, transaction_id, global_index,
                                event_identifier, payload_type, refusal, announced)
      values (?, ?, ?::xid8, ?, ?, ?, ?, ?)
      on conflict (record_key) do update set
        retry = false, refusal = excluded.refusal, mute = relay_parked.mute or ?
      """;

  private final Connection connection;

  ParkedKeysTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Map<String, ParkedKey> all() throws SQLException {
    Map<String, ParkedKey> parked = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ParkedKey key = key(row);
        parked.put(key.key(), key);
      }
    }
    return parked;
  }

  @Override
  public void park(StoredEvent event, Position after, String refusal) throws SQLException {
    String referral = event.envelope() == null ? null : event.envelope().referral();
    try (PreparedStatement insert = connection.prepareStatement(PARK)) {
      insert.setString(1, event.key());
      insert.setObject(2, referral == null ? null : UUID.fromString(referral));
      insert.setString(3, Long.toString(after.transaction()));
      insert.setLong(4, after.index());
      insert.setString(5, event.id());
      insert.setString(6, event.type());
      insert.setString(7, refusal);
      insert.setBoolean(8, referral == null);
      insert.setBoolean(9, event.tellsOfParking());
      insert.executeUpdate();
    }
  }

  @Override
  public void announced(String key) throws SQLException {
    update("update relay_parked set announced = true where record_key = ?", key);
  }

  @Override
  public void forget(String key) throws SQLException {
    update("delete from relay_parked where record_key = ?", key);
  }

  @Override
  public boolean retry(String key) throws SQLException {
    return update("update relay_parked set retry = true where record_key = ?", key) == 1;
  }

  private int update(String sql, String key) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, key);
      return update.executeUpdate();
    }
  }

  private static ParkedKey key(ResultSet row) throws SQLException {
    UUID referral = row.getObject("referral", UUID.class);
    return new ParkedKey(
        row.getString("record_key"),
        referral == null ? null : new ReferralId(referral),
        new Position(row.getLong("transaction_id"), row.getLong("global_index")),
        row.getString("event_identifier"),
        row.getString("payload_type"),
        row.getString("refusal"),
        row.getObject("parked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("announced"),
        row.getBoolean("mute"),
        row.getBoolean("retry"));
  }
}
