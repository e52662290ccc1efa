package baton.escalation.proof;

import baton.escalation.platform.EscalationConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the notary at work for as long as the service runs. */
@Singleton
public class NotaryLife {
  private static final Logger LOG = LoggerFactory.getLogger(NotaryLife.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Notary notary;
  private final CheckpointPublisher publisher;
  private final SigningKey key;
  private final Duration lookEvery;
  private final InstantSource system = InstantSource.system();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("notary").daemon().unstarted(this::run);

  NotaryLife(
      Notary notary, CheckpointPublisher publisher, SigningKey key, EscalationConfig config) {
    this.notary = notary;
    this.publisher = publisher;
    this.key = key;
    this.lookEvery = config.proof().lookEvery();
  }

  void start(@Observes StartupEvent event) {
    if (!key.there())
      LOG.warn("No checkpoint is signed: BATON_CHECKPOINT_KEY names no key; the trees grow");
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    publisher.close();
    thread.join(AFTER_FAILURE);
  }

  private void run() {
    try {
      boolean stopped = false;
      while (!stopped) stopped = stopping.await(work().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait then. */
  private Duration work() {
    try {
      boolean more = notary.append();
      notary.sign(system.instant());
      publisher.publish();
      return more ? Duration.ZERO : lookEvery;
    } catch (RuntimeException failure) {
      LOG.warn("The trees go on in a while: {}", failure.getMessage());
      return AFTER_FAILURE;
    }
  }
}
