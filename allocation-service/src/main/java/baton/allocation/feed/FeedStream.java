package baton.allocation.feed;

import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedReading.Pages;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One connection that follows a feed. The table is its only buffer: each entry is read, and opened,
 * when it is sent, so that nothing opened lies about and nothing is sent that was withdrawn
 * meanwhile. It sends only what the client has asked for by taking the line before, so a client
 * that takes nothing costs no thread. Whatever wakes it, one thread at a time works for it.
 */
final class FeedStream implements Flow.Subscription {
  /** Where it reads, and whether it still may. */
  interface Source {
    /** Blocks on the database. */
    Pages behind(long after, int limit);

    /** Asked before each entry: what was allowed when it began may be so no longer. */
    boolean allowed();
  }

  private final Source source;
  private final Flow.Subscriber<? super FeedLine> subscriber;
  private final Executor workers;
  private final LongSupplier nanos;
  private final Runnable ended;

  private final AtomicInteger signals = new AtomicInteger();
  private final AtomicLong demand = new AtomicLong();
  private volatile long position;
  private volatile boolean news = true;
  private volatile String comment;
  private volatile boolean ending;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile long lastSent;

  /**
   * @param after the place of the last entry that the client has
   * @param nanos the system's own, for heartbeats and limits alone
   * @param ended told once, however it ends
   */
  FeedStream(
      Source source,
      long after,
      Flow.Subscriber<? super FeedLine> subscriber,
      Executor workers,
      LongSupplier nanos,
      Runnable ended) {
    this.source = source;
    this.position = after;
    this.subscriber = subscriber;
    this.workers = workers;
    this.nanos = nanos;
    this.ended = ended;
    this.lastSent = nanos.getAsLong();
    // So that the client sees at once that it is connected.
    this.comment = "after " + after;
  }

  /** The place of the last entry that was sent, or is about to be. */
  long position() {
    return position;
  }

  /** Something may stand behind its place. */
  void wake() {
    news = true;
    signal();
  }

  /** Sends a comment where nothing was sent for so long. */
  void beat(Duration every) {
    if (silentFor(every) && demand.get() > 0) {
      comment = "heartbeat";
      signal();
    }
  }

  /** The client has not taken the last line for so long. */
  boolean blocked(Duration max) {
    return demand.get() == 0 && silentFor(max);
  }

  /** Ends it in an orderly way; the client resumes where it was. */
  void end() {
    ending = true;
    signal();
  }

  @Override
  public void request(long lines) {
    demand.addAndGet(lines);
    signal();
  }

  @Override
  public void cancel() {
    if (over.compareAndSet(false, true)) ended.run();
  }

  private boolean silentFor(Duration time) {
    return nanos.getAsLong() - lastSent >= time.toNanos();
  }

  private void signal() {
    if (signals.getAndIncrement() == 0) workers.execute(this::work);
  }

  private void work() {
    int seen = signals.get();
    do {
      try {
        send();
      } catch (RuntimeException unreadable) {
        // The client resumes from its place; what it was sent stays right.
        ending = true;
      }
      if (ending) complete();
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }

  private void send() {
    while (!over.get() && !ending && demand.get() > 0) {
      FeedLine line = next();
      if (line == null) return;
      lastSent = nanos.getAsLong();
      demand.decrementAndGet();
      subscriber.onNext(line);
    }
  }

  /** Null where there is nothing to send now. */
  private FeedLine next() {
    String said = comment;
    if (said != null) {
      comment = null;
      return FeedLine.comment(said);
    }
    return news ? read() : null;
  }

  private FeedLine read() {
    // Before it reads: news that come meanwhile are read for again.
    news = false;
    if (!source.allowed()) {
      ending = true;
      return null;
    }
    Pages pages = source.behind(position, 1);
    if (pages.entries().isEmpty()) return null;
    Given given = pages.entries().getFirst();
    if (given.position() < pages.last()) news = true;
    position = given.position();
    return FeedLine.of(given);
  }

  private void complete() {
    if (!over.compareAndSet(false, true)) return;
    subscriber.onComplete();
    ended.run();
  }
}
