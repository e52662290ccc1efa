package baton.allocation.feed;

import baton.allocation.feed.FeedReading.Given;
import baton.allocation.feed.FeedReading.Pages;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One connection that follows a feed. It holds at most one page; the table is the buffer behind
 * that. It sends only what the client has asked for by taking the line before, so a client that
 * takes nothing costs that one page and no thread. Whatever wakes it, one thread at a time works
 * for it.
 */
final class FeedStream implements Flow.Subscription {
  /** Entries read at once. */
  static final int PAGE = 20;

  /** Where it reads, and whether it still may. */
  interface Source {
    /** Blocks on the database. */
    Pages behind(long after, int limit);

    /** Asked before each page: what was allowed when it began may be so no longer. */
    boolean allowed();
  }

  private final Source source;
  private final Flow.Subscriber<? super FeedLine> subscriber;
  private final Executor workers;
  private final LongSupplier nanos;
  private final Runnable ended;

  private final AtomicInteger signals = new AtomicInteger();
  private final AtomicLong demand = new AtomicLong();
  private final Deque<Given> page = new ArrayDeque<>();
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
    if (page.isEmpty() && news) read();
    Given given = page.poll();
    if (given == null) return null;
    position = given.position();
    return FeedLine.of(given);
  }

  private void read() {
    // Before it reads: news that come meanwhile are read for again.
    news = false;
    if (!source.allowed()) {
      ending = true;
      return;
    }
    Pages pages = source.behind(position, PAGE);
    page.addAll(pages.entries());
    if (!page.isEmpty() && page.getLast().position() < pages.last()) news = true;
  }

  private void complete() {
    if (!over.compareAndSet(false, true)) return;
    subscriber.onComplete();
    ended.run();
  }
}
