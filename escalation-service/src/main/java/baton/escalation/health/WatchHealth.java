package baton.escalation.health;

import baton.escalation.blindness.Watch;
import baton.escalation.clockkeeper.LastLook;
import baton.escalation.health.model.Watching;
import baton.escalation.platform.EscalationConfig;
import baton.journal.reader.LogReader;
import baton.journal.relay.Relay;
import baton.platform.wiring.JournalLife;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The dead man's switch: {@code GET /q/health/group/watch} is 200 only while this instance reads
 * the log, hears every writer, judges what falls due and can say what it finds; else 503 with why.
 * Who watches from outside alarms at anything but a 200, no answer included. Asks nobody, so that
 * it answers while everything else hangs.
 */
@HealthGroup("watch")
@ApplicationScoped
public class WatchHealth implements HealthCheck {
  private final JournalLife life;
  private final LogReader reader;
  private final Relay relay;
  private final Watch watch;
  private final LastLook lastLook;
  private final Duration lookAgeMax;
  private final MeterRegistry meters;

  WatchHealth(
      JournalLife life,
      LogReader reader,
      Relay relay,
      Watch watch,
      LastLook lastLook,
      EscalationConfig config,
      MeterRegistry meters) {
    this.life = life;
    this.reader = reader;
    this.relay = relay;
    this.watch = watch;
    this.lastLook = lastLook;
    this.lookAgeMax = config.lookAgeMax();
    this.meters = meters;
  }

  void start(@Observes StartupEvent started) {
    Gauge.builder("baton.watch.writers.silent", watch, each -> each.unheard().size())
        .description("Writers that this instance has not heard for too long")
        .register(meters);
    Gauge.builder("baton.watch.look.age", lastLook, look -> seconds(look.age()))
        .description("Time since the last look at what is due")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("baton.watch.unjudged", lastLook, look -> seconds(look.unjudged()))
        .description("Business time up to now that could not be judged yet")
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    Watching now = watching();
    List<String> blind = now.blindBecause(lookAgeMax);
    var response = HealthCheckResponse.named("watch").status(blind.isEmpty());
    response.withData("lastLookSeconds", Long.toString(now.lookAge().toSeconds()));
    response.withData("unjudgedSeconds", Long.toString(now.unjudged().toSeconds()));
    if (!blind.isEmpty()) response.withData("why", String.join("; ", blind));
    return response.build();
  }

  private Watching watching() {
    var health = reader.health();
    return new Watching(
        life.connected(),
        health.ready(Instant.now()) ? null : health.state() + ", " + health.why(),
        watch.unheard(),
        lastLook.age(),
        lastLook.unjudged(),
        relay.trouble().orElse(null));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
