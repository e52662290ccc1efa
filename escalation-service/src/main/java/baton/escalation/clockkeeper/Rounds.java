package baton.escalation.clockkeeper;

import baton.escalation.platform.EscalationConfig;
import baton.platform.ReadOnly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clockkeeper's thread: one look after another, from start to stop. */
@ApplicationScoped
class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** What is broken now may still be in a second; the log is not to be filled with it. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private static final Duration STOP_MAX = Duration.ofSeconds(35);

  private final Duration every;
  private final Runnable look;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread thread;

  Rounds(Clockkeeper clockkeeper, CopyKnown copy, ReadOnly readOnly, EscalationConfig config) {
    this.look = readOnly.holds() ? copy::keep : clockkeeper::look;
    this.every = config.lookEvery();
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    thread = Thread.ofPlatform().name("clockkeeper").start(this::run);
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    stopped.countDown();
    if (thread != null) thread.join(STOP_MAX);
  }

  private void run() {
    try {
      Duration pause = Duration.ZERO;
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) pause = look();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration look() {
    try {
      look.run();
      return every;
    } catch (RuntimeException failure) {
      LOG.warn("A look at what is due failed; the next one follows", failure);
      return AFTER_FAILURE;
    }
  }
}
