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
               where sent_at is null and given_up_at is null and next_at <= ? and made_at > ?
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

  /** By force: what nobody took from before a moment on, and is tried no more. */
  private static final String GIVE_UP =
      """
      with given as (
        update duty_mail set given_up_at = ?
         where sent_at is null and given_up_at is null and made_at <= ?
           and (leased_until is null or leased_until <= ?)
        returning force, made_at, next_at, failure)
      select force, count(*)::int as mails, min(made_at) as oldest,
             (array_agg(failure order by next_at desc) filter (where failure is not null))[1]
               as failure
        from given group by force order by force\
      """;

  record Row(UUID id, OrganisationCode force, DutyMail mail, int attempts) {}

  /**
   * What was given up of one force.
   *
   * @param failure of the last attempt, or null where there was none
   */
  record GivenUp(OrganisationCode force, int mails, Instant oldest, String failure) {}

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

  /** Once each, by whichever instance. */
  List<GivenUp> giveUp(Instant madeBefore, Instant now) {
    return sql.list(
        GIVE_UP,
        row ->
            new GivenUp(
                new OrganisationCode(row.getString("force")),
                row.getInt("mails"),
                Sql.instant(row, "oldest"),
                row.getString("failure")),
        now,
        madeBefore,
        now);
  }

  /** Whether mail to the force was given up of which something is known still. */
  boolean gaveUp(OrganisationCode force) {
    return sql.find(
            "select 1 from duty_mail where force = ? and given_up_at is not null limit 1",
            _ -> true,
            force)
        .orElse(false);
  }

  void failed(UUID id, UUID lease, String failure, Instant next) {
    sql.update(
        "update duty_mail set attempts = attempts + 1, failure = ?, next_at = ?, lease = null,"
            + " leased_until = null where id = ?::uuid and lease = ?::uuid",
        failure,
        next,
        id,
        lease);
  }

  /** What is long over; what was given up stays until mail to the force is taken again. */
  void forget(Instant before) {
    sql.update("delete from duty_mail where made_at < ? and given_up_at is null", before);
  }

  void forgetGivenUp(OrganisationCode force, Instant before) {
    sql.update(
        "delete from duty_mail where force = ? and made_at < ? and given_up_at is not null",
        force,
        before);
  }
}
