package baton.escalation.notices;

import baton.escalation.notices.Channel.Undelivered;
import baton.escalation.notices.Outbox.Waiting;
import baton.journal.store.Transactions;
import baton.platform.delivery.Backoff;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notices out of the outbox and sends them, each at least once, with the same id at every
 * attempt. Taking and ticking off are transactions; nothing is held while a receiver is waited for.
 * Several instances share the work.
 */
@ApplicationScoped
public class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private static final int AT_ONCE = 50;
  private static final int SAID_MAX = 200;

  private final Transactions transactions;
  private final NoticesConfig config;
  private final MeterRegistry meters;
  private final Map<String, Channel> channels;
  private final Backoff backoff;
  private final AtomicInteger waiting = new AtomicInteger();

  Courier(
      Transactions transactions,
      NoticesConfig config,
      MeterRegistry meters,
      @Any Instance<Channel> channels) {
    this.transactions = transactions;
    this.config = config;
    this.meters = meters;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.backoff = new Backoff(config.retryFirst(), config.retryMax());
    Gauge.builder("baton.notices.waiting", waiting, AtomicInteger::get)
        .description("Notices that nobody has taken yet")
        .register(meters);
  }

  /**
   * Sends what waits, once.
   *
   * @return whether there may be more
   */
  boolean send() {
    Duration lease = config.answerMax().multipliedBy(3);
    List<Waiting> taken = transactions.inTransaction(() -> outbox().take(AT_ONCE, lease));
    // One that does not answer keeps none of the others waiting.
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Waiting notice : taken) senders.execute(() -> send(notice));
    }
    waiting.set(transactions.inTransaction(() -> outbox().waiting()));
    return taken.size() == AT_ONCE;
  }

  private void send(Waiting notice) {
    try {
      channel(notice).send(notice.address(), notice.notice().toString(), notice.body());
      keep(outbox -> outbox.sent(notice));
      count("baton.notices.sent", notice.channel());
    } catch (Undelivered failure) {
      failed(notice, failure.getMessage());
    } catch (RuntimeException failure) {
      LOG.warn("Notice {} could not be sent to {}", notice.notice(), notice.address(), failure);
      failed(notice, failure.getClass().getSimpleName());
    }
  }

  private Channel channel(Waiting notice) throws Undelivered {
    Channel channel = channels.get(notice.channel());
    if (channel == null) throw new Undelivered("there is no channel " + notice.channel());
    return channel;
  }

  private void failed(Waiting notice, String why) {
    String said = why.length() > SAID_MAX ? why.substring(0, SAID_MAX) : why;
    keep(
        outbox ->
            outbox.failed(notice, said, backoff.after(notice.attempts()), config.giveUpAfter()));
    count("baton.notices.failed", notice.channel());
  }

  @FunctionalInterface
  private interface Keeping {
    void in(Outbox outbox);
  }

  private void keep(Keeping keeping) {
    transactions.inTransaction(
        () -> {
          keeping.in(outbox());
          return null;
        });
  }

  private Outbox outbox() {
    return Outbox.on(transactions.connection());
  }

  private void count(String meter, String channel) {
    meters.counter(meter, "channel", channel).increment();
  }
}
