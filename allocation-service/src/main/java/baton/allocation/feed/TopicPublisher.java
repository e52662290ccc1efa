package baton.allocation.feed;

import baton.platform.topics.TopicWork;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one force's feed to its topic: again and again from the stored cursor with a new producer
 * where something fails, until it is told to stop, has long had nothing to send, or somebody else
 * sends to the topic. On a thread of its own, so that a topic that takes nothing holds up no other.
 */
final class TopicPublisher implements TopicWork {
  private static final Logger LOG = LoggerFactory.getLogger(TopicPublisher.class);

  /** Nothing to send for so long: the next one may be another instance's. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private static final Duration PAUSE_SHORTEST = Duration.ofMillis(100);
  private static final Duration PAUSE_LONGEST = Duration.ofSeconds(5);

  /** One stretch with one producer. */
  interface Opener {
    /**
     * @param lane how the last stretch went
     */
    TopicSession open(Producer<byte[], byte[]> producer, PageRoom.Lane lane);
  }

  private final String topic;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Opener sessions;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopped;
  private volatile boolean ended;
  private Duration pause = PAUSE_SHORTEST;

  TopicPublisher(String topic, Supplier<Producer<byte[], byte[]>> producers, Opener sessions) {
    this.topic = topic;
    this.producers = producers;
    this.sessions = sessions;
  }

  @Override
  public void wake() {
    news.release();
  }

  @Override
  public void stop() {
    stopped = true;
    news.release();
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void run() {
    try {
      boolean again = true;
      while (again && !stopped) again = stretch();
    } catch (InterruptedException stopping) {
      LOG.debug("Sending to {} was interrupted", topic);
    } finally {
      ended = true;
    }
  }

  /**
   * @return whether there is to be another
   */
  private boolean stretch() throws InterruptedException {
    Producer<byte[], byte[]> producer = null;
    try {
      producer = producers.get();
      TopicSession session = sessions.open(producer, lane());
      session.begin();
      follow(session);
      return false;
    } catch (RuntimeException | Error failure) {
      if (isFenced(failure)) {
        // It may be this instance that sends next: not at once.
        LOG.info("Another one sends to {} now", topic);
        await(PAUSE_LONGEST);
        return false;
      }
      LOG.warn("Sending to {} begins again from its cursor: {}", topic, failure.toString());
      await(pause);
      pause = shorter(pause.multipliedBy(2), PAUSE_LONGEST);
      return true;
    } finally {
      // What was not committed is given up by whoever sends next.
      if (producer != null) producer.close(Duration.ZERO);
    }
  }

  private PageRoom.Lane lane() {
    return pause.equals(PAUSE_SHORTEST) ? PageRoom.Lane.WELL : PageRoom.Lane.STRUGGLING;
  }

  private void follow(TopicSession session) throws InterruptedException {
    boolean quiet = false;
    while (!stopped && !quiet) {
      if (session.send()) pause = PAUSE_SHORTEST;
      else quiet = !news();
    }
  }

  private boolean news() throws InterruptedException {
    boolean woken = news.tryAcquire(QUIET.toMillis(), TimeUnit.MILLISECONDS);
    news.drainPermits();
    return woken;
  }

  /** News do not shorten it; a stop does. */
  private void await(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !stopped; left = until - System.nanoTime())
      if (news.tryAcquire(left, TimeUnit.NANOSECONDS)) news.drainPermits();
  }

  private static boolean isFenced(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) return true;
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
