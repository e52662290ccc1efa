package baton.allocation.notices;

import baton.allocation.notices.model.DutyMail;
import baton.contract.OrganisationCode;
import baton.platform.sql.Sql;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code duty_mail}, on one transaction: what is to be sent, and what was. */
final class DutyOutbox {
  private static final String TAKE =
      """
      update duty_mail m set lease = ?::uuid, leased_until = ?
        from (select id from duty_mail
               where sent_at is null and next_at <= ? and made_at > ?
                 and (leased_until is null or leased_until <= ?)
               order by next_at limit ? for update skip locked) due
       where m.id = due.id returning m.*\
      """;

  private final Sql sql;

  private DutyOutbox(Sql sql) {
    this.sql = sql;
  }

  static DutyOutbox on(Connection connection) {
    return new DutyOutbox(Sql.on(connection, "mail to duty mailboxes"));
  }

  record Row(UUID id, OrganisationCode force, DutyMail mail, int attempts) {}

  void add(OrganisationCode force, DutyMail mail, Instant now) {
    sql.update(
        """
        insert into duty_mail (id, force, subject, body, made_at, next_at)
        values (?::uuid, ?, ?, ?, ?, ?)\
        """,
        UuidCreator.getTimeOrderedEpoch(),
        force,
        mail.subject(),
        mail.text(),
        now,
        now);
  }

  /** Those that are due, for this one to send. */
  List<Row> take(int limit, UUID lease, Duration leased, Duration giveUpAfter, Instant now) {
    return sql.list(
        TAKE,
        row ->
            new Row(
                row.getObject("id", UUID.class),
                new OrganisationCode(row.getString("force")),
                new DutyMail(row.getString("subject"), row.getString("body")),
                row.getInt("attempts")),
        lease,
        now.plus(leased),
        now,
        now.minus(giveUpAfter),
        now,
        limit);
  }

  void sent(UUID id, UUID lease, Instant now) {
    sql.update(
        "update duty_mail set sent_at = ?, lease = null, leased_until = null"
            + " where id = ?::uuid and lease = ?::uuid",
        now,
        id,
        lease);
  }

  void failed(UUID id, UUID lease, Instant next) {
    sql.update(
        "update duty_mail set attempts = attempts + 1, next_at = ?, lease = null,"
            + " leased_until = null where id = ?::uuid and lease = ?::uuid",
        next,
        id,
        lease);
  }

  /** What is long over. */
  void forget(Instant before) {
    sql.update("delete from duty_mail where made_at < ?", before);
  }
}
