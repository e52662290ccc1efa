package baton.escalation.notices;

import baton.escalation.platform.Steps;
import baton.platform.ReadOnly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends, from start to stop; it works only where somebody is to be told. */
@ApplicationScoped
class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(30);

  private final Courier courier;
  private final Undeliverable undeliverable;
  private final Addresses addresses;
  private final NoticesConfig config;
  private final Steps steps = new Steps("notices", this::round);
  private final ReadOnly readOnly;
  private Instant checked = Instant.EPOCH;

  Delivery(
      Courier courier,
      Undeliverable undeliverable,
      Addresses addresses,
      NoticesConfig config,
      ReadOnly readOnly) {
    this.courier = courier;
    this.undeliverable = undeliverable;
    this.addresses = addresses;
    this.config = config;
    this.readOnly = readOnly;
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    // Whoever was to be told was told by the original.
    if (addresses.any() && !readOnly.holds()) steps.start();
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    steps.stop();
  }

  private Duration round() {
    try {
      boolean more = courier.send();
      if (checked.plus(CHECK_EVERY).isBefore(Instant.now())) {
        checked = Instant.now();
        undeliverable.keep();
      }
      return more ? Duration.ZERO : config.sendEvery();
    } catch (RuntimeException failure) {
      LOG.warn("Notices could not be sent; the next round follows", failure);
      return AFTER_FAILURE;
    }
  }
}
