package baton.allocation.webhooks;

import baton.allocation.notices.DutyNotices;
import baton.allocation.webhooks.model.Answer;
import baton.allocation.webhooks.model.Patience;
import baton.allocation.webhooks.model.Webhook;
import baton.contract.allocation.WebhookDisabled.Because;
import baton.platform.Commands;
import baton.platform.delivery.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a receiver's answer means for its webhook: that it has the entry, that it is tried again and
 * when, or that it is sent nothing more. Kept only while the lease is held.
 */
@ApplicationScoped
class WebhookSettlement {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSettlement.class);

  private final WebhookStore store;
  private final Commands commands;
  private final DutyNotices mailbox;
  private final TransportClock clock;
  private final MeterRegistry meters;
  private final Duration lease;
  private final Backoff backoff;
  private final Patience patience;

  WebhookSettlement(
      WebhookStore store,
      Commands commands,
      DutyNotices mailbox,
      TransportClock clock,
      MeterRegistry meters,
      WebhooksConfig config) {
    this.store = store;
    this.commands = commands;
    this.mailbox = mailbox;
    this.clock = clock;
    this.meters = meters;
    this.lease = config.answerMax().multipliedBy(4);
    this.backoff = new Backoff(config.retryFirst(), config.retryMax());
    this.patience = new Patience(config.disableAfter(), config.askedMax());
  }

  /** Until when somebody who sends now may have it for himself. */
  Instant leasedUntil() {
    return clock.instant().plus(lease);
  }

  /**
   * @param after where the webhook was before
   * @param position of the entry that was answered
   * @param held what the lease says
   * @param chance from 0 to 1, asked once for a failure
   * @return whether it goes on with what follows
   */
  boolean settle(
      WebhookRow webhook,
      long after,
      long position,
      Answer answer,
      UUID held,
      DoubleSupplier chance) {
    count(answer);
    Instant now = clock.instant();
    return switch (answer) {
      case Answer.Taken _ ->
          store.inTransaction(
              table -> table.reached(webhook, after, position, held, leasedUntil(), now));
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

  /** Who had it made may read the feed no longer. */
  void endNotAllowed(WebhookRow webhook, UUID held) {
    String why =
        webhook.registrant() + ", which had it made, acts for " + webhook.force() + " no longer";
    disable(webhook, Because.NOT_ALLOWED, why, held, clock.instant());
  }

  private void failed(
      WebhookRow webhook, Answer.Failed failed, UUID held, DoubleSupplier chance, Instant now) {
    WebhookRow current = store.inTransaction(table -> table.find(webhook.id())).orElse(null);
    if (current == null) return;
    if (current.failingSince() != null && patience.isOver(current.failingSince(), now)) {
      disable(current, Because.FAILING, failed.why(), held, now);
      return;
    }
    Duration wait = backoff.after(current.attempts() + 1, chance.getAsDouble());
    Instant again = patience.next(now, wait, failed.asked());
    store.inTransaction(table -> table.failed(current, failed.why(), again, held, now));
  }

  /** The row, the event that becomes a finding, and a mail to the force: together. */
  private void disable(WebhookRow webhook, Because because, String why, UUID held, Instant now) {
    Instant since = webhook.failingSince() == null ? now : webhook.failingSince();
    String host = webhook.url().getHost();
    boolean mine =
        store.inTransaction(
            table -> {
              if (!table.disabled(webhook, because, why, held, now)) return false;
              commands.sendAsSystem(
                  new Webhook.Disable(webhook.force(), webhook.id(), host, because, since, why));
              mailbox.webhookDisabled(webhook.force(), host, webhook.id(), why);
              return true;
            });
    if (mine) LOG.warn("Webhook {} of {} is disabled: {}", webhook.id(), webhook.force(), why);
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
