package baton.escalation.custody;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.escalation.fixtures.OtherServices;
import baton.journal.envelope.Times;
import baton.journal.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An archive of any size, made in the database: one story told of every referral, each a second
 * after the one before, so that a referral's events lie far apart on the log, as they do.
 */
final class LargeArchive {
  private static final String TOPIC_ID = "scale";

  private static final String REFERRAL =
      "('0199' || substr(h, 1, 4) || '-' || substr(h, 5, 4) || '-7' || substr(m, 1, 3)"
          + " || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))";

  private static final String EVENT =
      "('019a' || substr(g, 1, 4) || '-' || substr(g, 5, 4) || '-7' || substr(m, 13, 3)"
          + " || '-8' || substr(m, 16, 3) || '-' || substr(m, 19, 12))";

  private static final String STORIES =
      """
      insert into archived_event (topic_id, partition, log_offset, topic, event_id, referral, source,
          subject, sequence, type, recorded_time, value)
        select '%s', n %% 12, %d::bigint * %d + n, '%s', %s::uuid, %s::uuid, '%s', %s, %d, '%s', t,
          convert_to(replace(replace(replace('%s', '@R@', %s), '@E@', %s), '@T@',
            to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8')
        from (select n, lpad(to_hex(n), 8, '0') as h, lpad(to_hex(%d::bigint * %d + n), 8, '0') as g,
            md5(n::text) as m, timestamptz '%s' + n * interval '1 second' as t
          from generate_series(0, %d - 1) as s (n)) as each
      """;

  private final Connection connection;
  private final int referrals;

  LargeArchive(Connection connection, int referrals) {
    this.connection = connection;
    this.referrals = referrals;
  }

  /** How much later everything happens to a referral than to the first one. */
  static Duration later(int number) {
    return Duration.ofSeconds(number);
  }

  /** As the database makes it. */
  ReferralId referral(int number) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select "
                + REFERRAL
                + " from (select lpad(to_hex(?), 8, '0') as h, md5(?::text) as m) as one")) {
      select.setInt(1, number);
      select.setInt(2, number);
      try (var row = select.executeQuery()) {
        row.next();
        return ReferralId.of(row.getString(1));
      }
    }
  }

  /** The indexes are made when everything is there: the same ones, in a fraction of the time. */
  void fill(List<Recorded<? extends BatonEvent>> story) throws SQLException {
    // It takes longer than any transaction or answer of a service may.
    int patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    execute("set transaction_timeout = 0");
    execute("set statement_timeout = 0");
    List<String> indexes = indexes();
    for (String index : indexes) execute("drop index " + name(index));
    for (int i = 0; i < story.size(); i++) tell(i, story.get(i));
    for (String index : indexes) execute(index);
    execute("analyze archived_event");
    execute("reset transaction_timeout");
    execute("reset statement_timeout");
    connection.setNetworkTimeout(Runnable::run, patience);
  }

  void register(List<Recorded<BatonEvent>> events) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into archived_event (topic_id, partition, log_offset, topic, event_id, source,"
                + " subject, sequence, type, recorded_time, value)"
                + " values ('scale-register', 0, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)")) {
      for (int i = 0; i < events.size(); i++) {
        var event = events.get(i);
        insert.setLong(1, i);
        insert.setString(2, Topics.REGISTER);
        insert.setObject(3, event.id().value());
        insert.setString(4, event.source());
        insert.setString(5, event.subject());
        insert.setLong(6, event.streamSequence());
        insert.setString(7, EventTypes.nameOf(event.event().getClass()));
        insert.setString(8, Times.text(event.recordedTime()));
        insert.setBytes(9, OtherServices.bytes(event));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  String plan(ReferralId referral) throws SQLException {
    String sql =
        "explain (analyze, buffers, costs off, timing off, summary off) select topic_id, partition,"
            + " log_offset, recorded_time, value from archived_event where referral = '"
            + referral
            + "' and (partition, log_offset) > (-1, -1) order by partition, log_offset limit 1000";
    var plan = new StringBuilder();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) plan.append(row.getString(1)).append('\n');
    }
    return plan.toString();
  }

  private void tell(int place, Recorded<? extends BatonEvent> event) throws SQLException {
    UUID referral = event.referral().value();
    String told =
        new String(OtherServices.bytes(event), StandardCharsets.UTF_8)
            .replace(referral.toString(), "@R@")
            .replace(event.id().toString(), "@E@")
            .replace(Times.text(event.recordedTime()), "@T@")
            .replace("'", "''");
    execute(
        STORIES.formatted(
            TOPIC_ID,
            place,
            referrals,
            Topics.REFERRALS,
            EVENT,
            REFERRAL,
            event.source(),
            REFERRAL,
            event.streamSequence(),
            EventTypes.nameOf(event.event().getClass()),
            told,
            REFERRAL,
            EVENT,
            place,
            referrals,
            event.recordedTime(),
            referrals));
  }

  private List<String> indexes() throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select indexdef from pg_indexes where tablename = 'archived_event'"
                    + " and indexname <> 'archived_event_pkey' order by indexname")) {
      while (row.next()) found.add(row.getString(1));
    }
    return found;
  }

  private static String name(String index) {
    return index.replaceFirst("(?i)^create (unique )?index (\\S+) on .*", "$2");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
