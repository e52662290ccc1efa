package baton.escalation.notices;

import baton.escalation.notices.model.Notice;
import baton.journal.envelope.JournalJson;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The table {@code notice}, on one transaction: what is to be sent, written with what it tells of.
 * Its times are the database's clock: retries have nothing to do with business time.
 */
final class Outbox {
  /** One notice goes to one address once, whoever composes it again. */
  private static final String ADD =
      """
      insert into notice (notice, channel, address, body, created_at, next_attempt)
      values (?::uuid, ?, ?, ?, clock_timestamp(), clock_timestamp()) on conflict do nothing
      """;

  /** Taken for as long as an attempt can last: who dies with it in hand loses it to another. */
  private static final String TAKE =
      """
      update notice set attempts = attempts + 1,
        next_attempt = clock_timestamp() + make_interval(secs => ?)
      where (notice, address) in (
        select notice, address from notice
        where sent_at is null and given_up_at is null and next_attempt <= clock_timestamp()
        order by next_attempt limit ? for update skip locked)
      returning notice, channel, address, body, attempts
      """;

  private static final String SENT =
      "update notice set sent_at = clock_timestamp() where notice = ?::uuid and address = ?";

  private static final String FAILED =
      """
      update notice set next_attempt = clock_timestamp() + make_interval(secs => ?), failure = ?,
        given_up_at = case when created_at < clock_timestamp() - make_interval(secs => ?)
          then clock_timestamp() end
      where notice = ?::uuid and address = ?
      """;

  private static final String UNDELIVERED =
      """
      select distinct on (address) address, channel, notice, failure from notice
      where sent_at is null and failure is not null
        and created_at < clock_timestamp() - make_interval(secs => ?)
        and (given_up_at is null or not exists (select from notice later
          where later.address = notice.address and later.sent_at > notice.given_up_at))
      order by address, created_at
      """;

  private static final String FORGET =
      """
      delete from notice
      where coalesce(sent_at, given_up_at) < clock_timestamp() - make_interval(secs => ?)
      """;

  private final Sql sql;

  private Outbox(Sql sql) {
    this.sql = sql;
  }

  static Outbox on(Connection connection) {
    return new Outbox(Sql.on(connection, "the outbox"));
  }

  /** One notice on its way to one address. */
  record Waiting(UUID notice, String channel, String address, String body, int attempts) {}

  /** An address that has taken nothing for long. */
  record Undelivered(String address, String channel, UUID notice, String failure) {}

  /**
   * @param addresses each with its channel
   */
  void add(Notice notice, Map<String, String> addresses) {
    var rows = new ArrayList<Object[]>();
    addresses.forEach(
        (address, channel) -> rows.add(new Object[] {notice.id(), channel, address, json(notice)}));
    sql.updateAll(ADD, rows);
  }

  List<Waiting> take(int limit, Duration lease) {
    return sql.list(
        TAKE,
        row ->
            new Waiting(
                row.getObject("notice", UUID.class),
                row.getString("channel"),
                row.getString("address"),
                row.getString("body"),
                row.getInt("attempts")),
        lease.toSeconds(),
        limit);
  }

  void sent(Waiting notice) {
    sql.update(SENT, notice.notice(), notice.address());
  }

  void failed(Waiting notice, String why, Duration wait, Duration giveUpAfter) {
    sql.update(
        FAILED,
        wait.toMillis() / 1_000.0,
        why,
        giveUpAfter.toSeconds(),
        notice.notice(),
        notice.address());
  }

  /** What still waits. */
  int waiting() {
    return sql.find(
            "select count(*) from notice where sent_at is null and given_up_at is null",
            row -> row.getInt(1))
        .orElse(0);
  }

  /** The addresses that have taken nothing for longer than this, each with its oldest notice. */
  List<Undelivered> undelivered(Duration after) {
    return sql.list(
        UNDELIVERED,
        row ->
            new Undelivered(
                row.getString("address"),
                row.getString("channel"),
                row.getObject("notice", UUID.class),
                row.getString("failure")),
        after.toSeconds());
  }

  /** What was sent or given up so long ago is of no use any more. */
  void forget(Duration after) {
    sql.update(FORGET, after.toSeconds());
  }

  /** The form of Standard Webhooks: type, time and data. */
  private static String json(Notice notice) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", notice.type());
    body.put("timestamp", notice.at());
    body.put("data", notice);
    try {
      return JournalJson.mapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice has no JSON", e);
    }
  }
}
