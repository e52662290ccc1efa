package baton.escalation.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread that takes one step after another, from start to stop, with a rest between. */
public final class Steps {
  /** A step that has begun may finish. */
  private static final Duration STOP_MAX = Duration.ofSeconds(35);

  private final Supplier<Duration> step;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param name of the thread
   * @param step says how long to rest after it; it lets nothing be thrown
   */
  public Steps(String name, Supplier<Duration> step) {
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /**
   * Returns when the step that was under way is done, or takes too long; also if none was begun.
   */
  public void stop() throws InterruptedException {
    stopped.countDown();
    if (thread.getState() != Thread.State.NEW) thread.join(STOP_MAX);
  }

  private void run() {
    try {
      Duration rest = Duration.ZERO;
      while (!stopped.await(rest.toMillis(), TimeUnit.MILLISECONDS)) rest = step.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
