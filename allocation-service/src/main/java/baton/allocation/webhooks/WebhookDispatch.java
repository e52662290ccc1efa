package baton.allocation.webhooks;

import baton.allocation.feed.FeedNews;
import baton.journal.store.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that looks for webhooks that something waits for, and the virtual ones that send.
 * Those whose last attempt failed have places of their own: however many hang, the others find
 * room.
 */
@ApplicationScoped
class WebhookDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatch.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(5);

  private enum Lane {
    WELL,
    STRUGGLING
  }

  private final WebhookDelivery delivery;
  private final WebhookSettlement settlement;
  private final Transactions transactions;
  private final TransportClock clock;
  private final Duration lookEvery;
  private final Map<Lane, Semaphore> places = new EnumMap<>(Lane.class);
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;
  private Thread looking;

  WebhookDispatch(
      WebhookDelivery delivery,
      WebhookSettlement settlement,
      Transactions transactions,
      TransportClock clock,
      FeedNews feeds,
      WebhooksConfig config) {
    this.delivery = delivery;
    this.settlement = settlement;
    this.transactions = transactions;
    this.clock = clock;
    this.lookEvery = config.lookEvery();
    for (Lane lane : Lane.values()) places.put(lane, new Semaphore(config.atOnce()));
    feeds.wake(_ -> wake());
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
    looking = Thread.ofPlatform().name("webhooks").start(this::look);
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    stopped = true;
    wake();
    senders.shutdownNow();
    senders.awaitTermination(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
    if (looking != null) looking.join(STOP_MAX);
  }

  /** Something may be due. */
  void wake() {
    news.release();
  }

  private void look() {
    try {
      while (!stopped) {
        begin();
        news.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    try {
      for (Lane lane : Lane.values()) begin(lane);
    } catch (RuntimeException failure) {
      if (!stopped) LOG.warn("Webhooks could not be looked for; the next round follows", failure);
    }
  }

  /** Only this thread takes places, so those that are free now stay free. */
  private void begin(Lane lane) {
    int free = places.get(lane).availablePermits();
    if (free == 0) return;
    UUID lease = UUID.randomUUID();
    List<WebhookRow> due =
        transactions.inTransaction(
            () ->
                WebhookTable.on(transactions.connection())
                    .take(
                        lane == Lane.STRUGGLING,
                        free,
                        lease,
                        settlement.leasedUntil(),
                        clock.instant()));
    for (WebhookRow webhook : due) {
      places.get(lane).acquireUninterruptibly();
      senders.execute(() -> send(webhook, lease, lane));
    }
  }

  private void send(WebhookRow webhook, UUID lease, Lane lane) {
    try {
      delivery.run(webhook, lease, () -> ThreadLocalRandom.current().nextDouble());
    } catch (InterruptedException stops) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // The lease runs out, and somebody tries again; a receiver is not to blame.
      if (!stopped) LOG.warn("Webhook {} could not be sent to", webhook.id(), failure);
    } finally {
      places.get(lane).release();
      wake();
    }
  }
}
