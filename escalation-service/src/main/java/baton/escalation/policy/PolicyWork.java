package baton.escalation.policy;

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

/**
 * What a change of policy leaves to be done on many referrals: a thread of its own that takes one
 * step after another, each a transaction, for as long as there is something to do.
 */
@ApplicationScoped
public class PolicyWork {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyWork.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Refolds refolds;
  private final Recalculations recalculations;
  private final Duration every;
  private final ReadOnly readOnly;
  private final Steps steps = new Steps("policy-work", this::step);

  public PolicyWork(
      Refolds refolds, Recalculations recalculations, EscalationConfig config, ReadOnly readOnly) {
    this.refolds = refolds;
    this.recalculations = recalculations;
    this.every = config.lookEvery();
    this.readOnly = readOnly;
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    steps.start();
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    steps.stop();
  }

  /** Whether a change of policy has not reached all referrals yet. */
  public boolean pending() {
    return refolds.pending() || !readOnly.holds() && recalculations.pending();
  }

  private Duration step() {
    try {
      return refolds.step() || !readOnly.holds() && recalculations.step() ? Duration.ZERO : every;
    } catch (RuntimeException failure) {
      LOG.warn("A change of policy has not reached all referrals yet; it is tried again", failure);
      return AFTER_FAILURE;
    }
  }
}
