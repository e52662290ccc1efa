package baton.allocation.webhooks;

import baton.allocation.feed.FeedReading;
import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedSight;
import baton.allocation.webhooks.model.Answer;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * Sends to one webhook, entry after entry in the order of the feed, while it holds the lease. What
 * is sent is opened for this attempt and put on record before; no transaction waits for a receiver.
 * An entry counts as had once its answer is kept: whoever is killed before sends it again, under
 * the same id.
 */
@ApplicationScoped
class WebhookDelivery {
  /** Entries in a row; then others have their turn. */
  private static final int IN_A_ROW = 50;

  /** And whoever takes long over each keeps nobody waiting for all of them. */
  private static final long RUN_NANOS = 30_000_000_000L;

  private final FeedSight sight;
  private final FeedReading reading;
  private final WebhookSecrets secrets;
  private final WebhookSender sender;
  private final WebhookSettlement settlement;
  private final WebhookStore store;
  private final Transactions transactions;
  private final TransportClock clock;
  private final Duration answerMax;
  private final InstantSource system = InstantSource.system();

  WebhookDelivery(
      FeedSight sight,
      FeedReading reading,
      WebhookSecrets secrets,
      WebhookSender sender,
      WebhookSettlement settlement,
      WebhookStore store,
      Transactions transactions,
      TransportClock clock,
      WebhooksConfig config) {
    this.sight = sight;
    this.reading = reading;
    this.secrets = secrets;
    this.sender = sender;
    this.settlement = settlement;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.answerMax = config.answerMax();
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
      FeedReading.Next next = store.few(() -> next(webhook, after));
      if (next == null) {
        settlement.endNotAllowed(webhook, held);
        return;
      }
      if (next.entry() == null) {
        long last = next.last();
        store.inTransaction(table -> table.skipped(webhook, last, held, clock.instant()));
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
        if (!settlement.settle(webhook, after, entry.position(), answer.get(), held, chance))
          return;
        position = entry.position();
      } else if (!store.inTransaction(table -> holds(table, webhook, held))) break;
      // Otherwise it is read anew: what may be shown has changed.
    }
    store.inTransaction(
        table -> {
          table.release(webhook.id(), held);
          return null;
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
        store.few(
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
}
