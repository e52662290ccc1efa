package baton.platform.health;

import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderHealth;
import baton.journal.relay.Relay;
import baton.platform.ReadOnly;
import baton.platform.wiring.JournalLife;
import baton.platform.wiring.StoreGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the log reaches this service and its events reach the log. Tells quiet (nothing to do,
 * still asking) from dead (no longer asking, cut off, or refusing).
 */
@Readiness
@ApplicationScoped
public class LogReadiness implements HealthCheck {

  private final JournalLife life;
  private final StoreGuard guard;
  private final LogReader reader;
  private final Relay relay;
  private final ReadOnly readOnly;

  LogReadiness(
      JournalLife life, StoreGuard guard, LogReader reader, Relay relay, ReadOnly readOnly) {
    this.life = life;
    this.guard = guard;
    this.reader = reader;
    this.relay = relay;
    this.readOnly = readOnly;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    var refusal = guard.refusal();
    if (refusal.isPresent()) return response.withData("refuses", refusal.get()).down().build();
    if (!life.connected()) return response.withData("why", life.waitsFor()).down().build();
    readOnly.copyOf().ifPresent(copy -> response.withData("read-only", copy));
    life.keyring().ifPresent(sentence -> response.withData("keyring", sentence));
    ReaderHealth health = reader.health();
    response.withData("reader", health.state().name());
    if (health.why() != null) response.withData("reader-why", health.why());
    var trouble = readOnly.holds() ? Optional.<String>empty() : relay.trouble();
    trouble.ifPresent(sentence -> response.withData("relay-why", sentence));
    return response.status(health.ready(Instant.now()) && trouble.isEmpty()).build();
  }
}
