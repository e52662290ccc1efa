package baton.platform;

import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets the keys of long ago, a few at a time so that no request waits for it. What they stood
 * for stays: a referral sent once more is known by its reference.
 */
@ApplicationScoped
public class IdempotencyExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyExpiry.class);
  private static final int AT_A_TIME = 1_000;
  private static final String OLD =
      """
      with old as (
        select organisation, path, key from idempotency_key
         where kept_since < now() - make_interval(secs => ?)
         order by kept_since limit ? for update skip locked),
      gone as (
        delete from idempotency_key k using old
         where k.organisation = old.organisation and k.path = old.path and k.key = old.key
        returning 1)
      select count(*) as gone from gone\
      """;

  private final Transactions transactions;
  private final Duration kept;

  IdempotencyExpiry(Transactions transactions, BatonConfig config) {
    this.transactions = transactions;
    this.kept = config.http().keysKept();
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void expire() {
    try {
      long gone = AT_A_TIME;
      while (gone == AT_A_TIME) gone = transactions.inTransaction(this::expireSome);
    } catch (RuntimeException e) {
      LOG.warn("Old idempotency keys stay for now: {}", e.getMessage());
    }
  }

  private long expireSome() {
    return Sql.on(transactions.connection(), "old idempotency keys")
        .find(OLD, row -> row.getLong("gone"), kept.toSeconds(), AT_A_TIME)
        .orElseThrow();
  }
}
