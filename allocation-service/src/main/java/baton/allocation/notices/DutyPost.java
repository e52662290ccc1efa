package baton.allocation.notices;

import baton.allocation.notices.DutyOutbox.GivenUp;
import baton.allocation.notices.DutyOutbox.Row;
import baton.allocation.notices.model.DutyMailbox;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.delivery.Backoff;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail to duty mailboxes, each at least once, under the same id at every attempt. No
 * transaction waits for the mail server.
 */
@ApplicationScoped
class DutyPost {
  static final String ID = "Baton-Notice";

  private static final Logger LOG = LoggerFactory.getLogger(DutyPost.class);
  private static final int AT_ONCE = 5;

  /** Longer than the mail server may take for all of them: a minute each (the mailer's default). */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** So long what was sent or given up can be looked up. This project's choice. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DutyNotices notices;
  private final DutyMailboxConfig config;
  private final Transactions transactions;
  private final Commands commands;
  private final Mailer mailer;
  private final Backoff backoff;
  private final InstantSource system = InstantSource.system();

  DutyPost(
      DutyNotices notices,
      DutyMailboxConfig config,
      Transactions transactions,
      Commands commands,
      Mailer mailer) {
    this.notices = notices;
    this.config = config;
    this.transactions = transactions;
    this.commands = commands;
    this.mailer = mailer;
    this.backoff = new Backoff(config.retryFirst(), config.retryMax());
  }

  /** A mailbox of no force is a slip that would show only in mail that does not come. */
  void check(@Observes StartupEvent started) {
    for (String force : config.force().keySet()) {
      try {
        OrganisationCode.of(force);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalStateException(
            "baton.duty-mailbox.force.\"" + force + "\": " + wrong.getMessage(), wrong);
      }
    }
  }

  @Scheduled(
      every = "${baton.duty-mailbox.look-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    if (config.force().isEmpty()) return;
    notices.look();
    Instant now = system.instant();
    giveUp(now);
    UUID lease = UUID.randomUUID();
    List<Row> due =
        transactions.inTransaction(
            () -> {
              DutyOutbox outbox = outbox();
              outbox.forget(now.minus(KEPT));
              return outbox.take(AT_ONCE, lease, LEASE, config.giveUpAfter(), now);
            });
    for (Row row : due) send(row, lease);
  }

  /** What is not tried any more is a finding: together, so that none of it is forgotten. */
  private void giveUp(Instant now) {
    transactions.inTransaction(
        () -> {
          for (GivenUp given : outbox().giveUp(now.minus(config.giveUpAfter()), now)) {
            String failure = given.failure() == null ? "nobody tried it" : given.failure();
            commands.sendAsSystem(
                new DutyMailbox.GiveUp(given.force(), given.mails(), given.oldest(), failure));
            LOG.warn("{} mails to the mailbox of {} are given up", given.mails(), given.force());
          }
          return null;
        });
  }

  private void send(Row row, UUID lease) {
    DutyMailboxConfig.Mailbox mailbox = config.force().get(row.force().value());
    try {
      if (mailbox != null)
        mailer.send(
            Mail.withText(mailbox.to(), row.mail().subject(), row.mail().text())
                .addHeader(ID, row.id().toString()));
    } catch (RuntimeException failure) {
      LOG.warn("The duty mailbox of {} took no mail: {}", row.force(), failure.toString());
      Instant next = system.instant().plus(backoff.after(row.attempts() + 1));
      keep(outbox -> outbox.failed(row.id(), lease, words(failure), next));
      return;
    }
    Instant now = system.instant();
    keep(
        outbox -> {
          outbox.sent(row.id(), lease, now);
          if (mailbox == null || !outbox.gaveUp(row.force())) return;
          commands.sendAsSystem(new DutyMailbox.Deliver(row.force()));
          outbox.forgetGivenUp(row.force(), now.minus(KEPT));
        });
  }

  /** No words of the mail server's: it may repeat whom it was told to mail. */
  private static String words(RuntimeException failure) {
    return "the mail server took nothing (" + failure.getClass().getSimpleName() + ")";
  }

  @FunctionalInterface
  private interface Keeping {
    void in(DutyOutbox outbox);
  }

  private void keep(Keeping keeping) {
    transactions.inTransaction(
        () -> {
          keeping.in(outbox());
          return null;
        });
  }

  private DutyOutbox outbox() {
    return DutyOutbox.on(transactions.connection());
  }
}
