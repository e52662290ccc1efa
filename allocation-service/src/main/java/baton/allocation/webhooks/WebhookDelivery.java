package baton.allocation.webhooks;

import baton.allocation.feed.FeedReading;
import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedSight;
import baton.allocation.notices.DutyNotices;
import baton.allocation.webhooks.model.Answer;
import baton.allocation.webhooks.model.Patience;
import baton.allocation.webhooks.model.Webhook;
import baton.contract.allocation.WebhookDisabled.Because;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.delivery.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one webhook, entry after entry in the order of the feed, while it holds the lease. What
 * is sent is opened for this attempt and put on record before; no transaction waits for a receiver.
 * An entry counts as had once its answer is kept: whoever is killed before sends it again, under
 * the same id.
 */
@ApplicationScoped
class WebhookDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);

  /** Entries in a row; then others have their turn. */
  private static final int IN_A_ROW = 50;

  /** And whoever takes long over each keeps nobody waiting for all of them. */
  private static final long RUN_NANOS = 30_000_000_000L;

  /** Of fourteen connections to the database; whoever waits for a receiver needs none. */
  private static final int AT_THE_DATABASE = 4;

  private final FeedSight sight;
  private final FeedReading reading;
  private final WebhookSecrets secrets;
  private final WebhookSender sender;
  private final Transactions transactions;
  private final Commands commands;
  private final DutyNotices mailbox;
  private final TransportClock clock;
  private final MeterRegistry meters;
  private final Duration answerMax;
  private final Duration lease;
  private final Backoff backoff;
  private final Patience patience;
  private final InstantSource system = InstantSource.system();
  private final Semaphore database = new Semaphore(AT_THE_DATABASE);

  WebhookDelivery(
      FeedSight sight,
      FeedReading reading,
      WebhookSecrets secrets,
      WebhookSender sender,
      Transactions transactions,
      Commands commands,
      DutyNotices mailbox,
      TransportClock clock,
      MeterRegistry meters,
      WebhooksConfig config) {
    this.sight = sight;
    this.reading = reading;
    this.secrets = secrets;
    this.sender = sender;
    this.transactions = transactions;
    this.commands = commands;
    this.mailbox = mailbox;
    this.clock = clock;
    this.meters = meters;
    this.answerMax = config.answerMax();
    this.lease = config.answerMax().multipliedBy(4);
    this.backoff = new Backoff(config.retryFirst(), config.retryMax());
    this.patience = new Patience(config.disableAfter(), config.askedMax());
  }

  /** Until when somebody who sends now may have it for himself. */
  Instant leasedUntil() {
    return clock.instant().plus(lease);
  }

  /**
   * @param held what the lease says
   * @param chance from 0 to 1, asked once for each failure
   * @throws InterruptedException if this instance stops; what was under way is sent again
   */
  void run(WebhookRow webhook, UUID held, DoubleSupplier chance) throws InterruptedException {
    long began = System.nanoTime();
    long position = webhook.position();
    for (int sent = 0; sent < IN_A_ROW && System.nanoTime() - began < RUN_NANOS; sent++) {
      long after = position;
      FeedReading.Next next = few(() -> next(webhook, after));
      if (next == null) {
        disable(webhook, Because.NOT_ALLOWED, notAllowed(webhook), held, clock.instant());
        return;
      }
      if (next.entry() == null) {
        long last = next.last();
        keep(table -> table.skipped(webhook, last, held, clock.instant()));
        break;
      }
      Given entry = next.entry();
      Optional<Answer> answer =
          send(
              webhook,
              entry.document().get("id").asText(),
              entry.document().toString(),
              () -> stands(webhook, held, entry));
      if (answer.isPresent()) {
        count(answer.get());
        if (!settle(webhook, entry.position(), answer.get(), held, chance)) return;
        position = entry.position();
      } else if (!keep(table -> holds(table, webhook, held))) break;
      // Otherwise it is read anew: what may be shown has changed.
    }
    keep(
        table -> {
          table.release(webhook.id(), held);
          return true;
        });
  }

  /** Null where who had it made may read the feed no longer. */
  private FeedReading.Next next(WebhookRow webhook, long after) {
    return allowed(webhook)
        ? reading.next(webhook.force(), after, webhook.kinds(), webhook.deliveredTo())
        : null;
  }

  private boolean allowed(WebhookRow webhook) {
    return sight.reads(webhook.registrant(), webhook.force());
  }

  private static String notAllowed(WebhookRow webhook) {
    return webhook.registrant() + ", which had it made, acts for " + webhook.force() + " no longer";
  }

  /** On the transaction that is bound: whether it may be sent as it was read. */
  private boolean stands(WebhookRow webhook, UUID held, Given entry) {
    return holds(WebhookTable.on(transactions.connection()), webhook, held)
        && allowed(webhook)
        && reading.stillShown(webhook.force(), List.of(entry));
  }

  private boolean holds(WebhookTable table, WebhookRow webhook, UUID held) {
    return table.holds(webhook.id(), held, clock.instant().plus(answerMax));
  }

  /**
   * Signs and posts it once.
   *
   * @param stands asked on a transaction once there is a connection: whether it is to be sent still
   * @return empty where it is not, or nothing signs for the webhook any more: nothing was sent
   */
  Optional<Answer> send(WebhookRow webhook, String id, String body, BooleanSupplier stands)
      throws InterruptedException {
    try {
      return sender.post(webhook.url(), () -> headers(webhook, id, body, stands), body);
    } catch (Unsigned keyGone) {
      return Optional.of(new Answer.Failed(keyGone.getMessage(), null));
    }
  }

  private Optional<Map<String, String>> headers(
      WebhookRow webhook, String id, String body, BooleanSupplier stands) {
    Instant now = clock.instant();
    Instant at = system.instant();
    List<WebhookSecrets.Known> live =
        few(
            () ->
                transactions.inTransaction(
                    () ->
                        stands.getAsBoolean()
                            ? secrets.live(webhook.id(), now, transactions.connection())
                            : List.of()));
    if (live.isEmpty()) return Optional.empty();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/cloudevents+json; charset=utf-8");
    headers.put("user-agent", "Baton");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put(
        "webhook-signature", secrets.sign(webhook, live, id, at, body).orElseThrow(Unsigned::new));
    return Optional.of(headers);
  }

  /** It can be signed by nothing. */
  private static final class Unsigned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsigned() {
      super("the key of its secret is gone: POST /webhooks/{id}/secret makes a new one");
    }
  }

  /** Whether it goes on with what follows. */
  private boolean settle(
      WebhookRow webhook, long position, Answer answer, UUID held, DoubleSupplier chance) {
    Instant now = clock.instant();
    return switch (answer) {
      case Answer.Taken _ ->
          keep(table -> table.reached(webhook, position, held, leasedUntil(), now));
      case Answer.Gone gone -> {
        disable(webhook, Because.GONE, gone.words(), held, now);
        yield false;
      }
      case Answer.Failed failed -> {
        failed(webhook, failed, held, chance, now);
        yield false;
      }
    };
  }

  private void failed(
      WebhookRow webhook, Answer.Failed failed, UUID held, DoubleSupplier chance, Instant now) {
    WebhookRow current =
        few(() ->
                transactions.inTransaction(
                    () -> WebhookTable.on(transactions.connection()).find(webhook.id())))
            .orElse(null);
    if (current == null) return;
    if (current.failingSince() != null && patience.isOver(current.failingSince(), now)) {
      disable(current, Because.FAILING, failed.why(), held, now);
      return;
    }
    Duration wait = backoff.after(current.attempts() + 1, chance.getAsDouble());
    Instant again = patience.next(now, wait, failed.asked());
    keep(table -> table.failed(current, failed.why(), again, held, now));
  }

  /** The row, the event that becomes a finding, and a mail to the force: together. */
  private void disable(WebhookRow webhook, Because because, String why, UUID held, Instant now) {
    Instant since = webhook.failingSince() == null ? now : webhook.failingSince();
    boolean mine =
        keep(
            table -> {
              if (!table.disabled(webhook, because, why, held, now)) return false;
              commands.sendAsSystem(
                  new Webhook.Disable(
                      webhook.force(), webhook.id(), webhook.url().getHost(), because, since, why));
              mailbox.webhookDisabled(webhook.force(), webhook.url().getHost(), webhook.id(), why);
              return true;
            });
    if (mine) LOG.warn("Webhook {} of {} is disabled: {}", webhook.id(), webhook.force(), why);
  }

  @FunctionalInterface
  private interface Keeping {
    boolean in(WebhookTable table);
  }

  private boolean keep(Keeping keeping) {
    return few(
        () ->
            transactions.inTransaction(
                () -> keeping.in(WebhookTable.on(transactions.connection()))));
  }

  private <T> T few(Supplier<T> work) {
    database.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      database.release();
    }
  }

  private void count(Answer answer) {
    String meter =
        switch (answer) {
          case Answer.Taken _ -> "baton.webhooks.delivered";
          case Answer.Gone _, Answer.Failed _ -> "baton.webhooks.failed";
        };
    meters.counter(meter).increment();
  }
}
