package baton.allocation.notices;

import baton.allocation.feed.FeedCursors;
import baton.allocation.notices.model.DutyMail;
import baton.allocation.notices.model.DutyMail.Waiting;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes mail about what no system of a force took. It reads the force's feed with a cursor of its
 * own, and writes in the transaction that moves it: each dissemination is mailed once, by whichever
 * instance.
 */
@ApplicationScoped
public class DutyNotices {
  private static final Logger LOG = LoggerFactory.getLogger(DutyNotices.class);

  static final String CONSUMER = "mailbox";

  /** Of one mail. */
  private static final int LINES_MAX = 50;

  /** Up to where a system of the force says that it has everything. */
  private static final String RECEIVED =
      """
      select coalesce(max(position), 0) from feed_cursor where force = ? and consumer = 'receipt'\
      """;

  /**
   * Those that are open still, and that nobody took by HTTP nor any webhook: what was answered or
   * withdrawn meanwhile waits for nobody. Only as far as all are due: the times of entries may
   * cross, and the cursor passes no entry by.
   */
  private static final String DISSEMINATED =
      """
      select e.position, e.referral, e.data::json ->> 'reference' as reference,
             (e.data::json ->> 'number')::int as number, e.data::json ->> 'urgent' = 'true' as urgent
        from feed_entry e
        join dissemination d
          on d.referral = e.referral and d.sealed_by = e.cause and d.state = 'OPEN'
       where e.force = ? and e.position > ?
         and e.type = 'baton.feed.disseminated.v1'
         and not exists (
               select from feed_taken t
                where t.force = e.force and t."after" < e.position and t.up_to >= e.position)
         and e.position < coalesce(
               (select min(n.position) from feed_entry n
                 where n.force = ? and n.position > ? and n.recorded_at > ?
                   and n.type = 'baton.feed.disseminated.v1'), 9223372036854775807)
       order by e.position limit ?\
      """;

  private final DutyMailboxConfig config;
  private final Transactions transactions;
  private final BusinessClock clock;
  private final InstantSource system = InstantSource.system();

  public DutyNotices(DutyMailboxConfig config, Transactions transactions, BusinessClock clock) {
    this.config = config;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Found(long position, Waiting waiting) {}

  /** Looks once at the feed of every force that has a mailbox. */
  void look() {
    config
        .force()
        .forEach(
            (force, mailbox) -> {
              if (!mailbox.kafka()) lookApart(OrganisationCode.of(force));
            });
  }

  /** What is wrong with the feed of one force keeps no other from its mail. */
  private void lookApart(OrganisationCode force) {
    try {
      look(force);
    } catch (RuntimeException failure) {
      LOG.warn("What the duty mailbox of {} is to be told could not be read", force, failure);
    }
  }

  /**
   * In the transaction that is bound: the force is mailed that a webhook of its is disabled, if it
   * has a mailbox.
   */
  public void webhookDisabled(OrganisationCode force, String host, UUID webhook, String failure) {
    if (!config.force().containsKey(force.value())) return;
    var mail = DutyMail.webhookDisabled(force, host, webhook.toString(), failure, config.link());
    DutyOutbox.on(transactions.connection()).add(force, mail, system.instant());
  }

  private void look(OrganisationCode force) {
    transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          if (locked(force, tx)) look(force, tx);
          return null;
        });
  }

  private void look(OrganisationCode force, Connection tx) {
    FeedCursors cursors = FeedCursors.on(tx);
    Instant now = clock.instant();
    long received = sql(tx).find(RECEIVED, row -> row.getLong(1), force).orElse(0L);
    long from = Math.max(received, begun(force, tx, cursors, now));
    List<Found> found =
        sql(tx)
            .list(
                DISSEMINATED,
                row ->
                    new Found(
                        row.getLong("position"),
                        new Waiting(
                            new ReferralId(row.getObject("referral", UUID.class)),
                            row.getString("reference"),
                            row.getInt("number"),
                            row.getBoolean("urgent"))),
                force,
                from,
                force,
                from,
                now.minus(config.after()),
                LINES_MAX + 1);
    if (found.isEmpty()) return;
    boolean more = found.size() > LINES_MAX;
    List<Found> told = more ? found.subList(0, LINES_MAX) : found;
    var mail =
        DutyMail.disseminated(
            force, told.stream().map(Found::waiting).toList(), more, config.link());
    DutyOutbox.on(tx).add(force, mail, system.instant());
    cursors.move(CONSUMER, force, told.getLast().position(), now);
  }

  /** A mailbox that is new is told of what comes, and not of all that there ever was. */
  private static long begun(
      OrganisationCode force, Connection tx, FeedCursors cursors, Instant now) {
    if (cursors.has(CONSUMER, force)) return cursors.position(CONSUMER, force);
    long last =
        sql(tx)
            .find("select last from feed where force = ?", row -> row.getLong(1), force)
            .orElse(0L);
    cursors.reset(CONSUMER, force, last, now);
    return last;
  }

  /** One instance at a time. */
  private static boolean locked(OrganisationCode force, Connection tx) {
    return sql(tx)
        .find(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
            row -> row.getBoolean(1),
            "mailbox-" + force)
        .orElse(false);
  }

  private static Sql sql(Connection tx) {
    return Sql.on(tx, "what a duty mailbox is told");
  }
}
