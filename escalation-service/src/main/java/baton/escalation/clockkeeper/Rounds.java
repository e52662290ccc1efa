package baton.escalation.clockkeeper;

import baton.escalation.platform.EscalationConfig;
import baton.escalation.platform.Steps;
import baton.platform.ReadOnly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clockkeeper's thread: one look after another, from start to stop. */
@ApplicationScoped
class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** What is broken now may still be in a second; the log is not to be filled with it. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Duration every;
  private final Runnable look;
  private final Steps steps = new Steps("clockkeeper", this::look);

  Rounds(Clockkeeper clockkeeper, CopyKnown copy, ReadOnly readOnly, EscalationConfig config) {
    this.look = readOnly.holds() ? copy::keep : clockkeeper::look;
    this.every = config.lookEvery();
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    steps.start();
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    steps.stop();
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
