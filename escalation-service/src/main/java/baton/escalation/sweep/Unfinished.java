package baton.escalation.sweep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweeps of this instance that have not ended. Each is in the table from when it was asked for,
 * and told of there again and again: so that any instance can say how it stands and cancel it, and
 * one whose service was killed is seen to have ended.
 */
@ApplicationScoped
class Unfinished {
  private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);

  /** After the sweeps were told to stop, and have said how they ended. */
  private static final int LAST = 10_000;

  private final SweepTable table;
  private final Map<UUID, SweepRun> runs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService telling =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sweeps-told").daemon().factory());

  Unfinished(SweepTable table) {
    this.table = table;
  }

  void start(@Observes StartupEvent event) {
    telling.scheduleWithFixedDelay(
        this::tell, TOLD_EVERY.toMillis(), TOLD_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What still waits will not begin. */
  void stop(@Observes @Priority(LAST) ShutdownEvent event) {
    telling.shutdownNow();
    for (SweepRun run : runs.values()) {
      if (!run.state().over()) run.failed(SweepReport.STOPPED);
      end(run);
    }
  }

  int count() {
    return runs.size();
  }

  void add(SweepRun run) {
    table.keep(run.report());
    runs.put(run.id(), run);
  }

  /** It has ended, in whatever way. */
  void end(SweepRun run) {
    try {
      table.keep(run.report());
      runs.remove(run.id());
    } catch (RuntimeException failure) {
      // It stays in memory, where it is still found, and is kept with the next telling.
      LOG.warn("The report of sweep {} could not be kept", run.id(), failure);
    }
  }

  Optional<SweepReport> find(UUID id) {
    SweepRun running = runs.get(id);
    return running == null ? table.find(id) : Optional.of(running.report());
  }

  /**
   * It ends as soon as it can, without a result; one that has ended stays as it is.
   *
   * @return empty where there is none
   */
  Optional<SweepReport> cancel(UUID id) {
    SweepRun running = runs.get(id);
    if (running == null) table.unwant(id);
    else running.cancel();
    return find(id);
  }

  private void tell() {
    try {
      if (runs.isEmpty()) return;
      for (UUID unwanted : table.unwanted(runs.keySet())) {
        SweepRun run = runs.get(unwanted);
        if (run != null) run.cancel();
      }
    } catch (RuntimeException failure) {
      // An exception would end the telling; the next one may find the database again.
      LOG.warn("Whether sweeps are unwanted could not be asked this time", failure);
    }
    runs.values().forEach(this::tell);
  }

  private void tell(SweepRun run) {
    if (run.state().over()) {
      end(run);
      return;
    }
    try {
      table.keep(run.report());
    } catch (RuntimeException failure) {
      LOG.warn("How sweep {} stands could not be told this time", run.id(), failure);
    }
  }
}
