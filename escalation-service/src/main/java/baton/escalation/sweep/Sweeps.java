package baton.escalation.sweep;

import baton.contract.OrganisationCode;
import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.sweep.model.SweepRecord.RecordSweep;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import baton.platform.Problems;
import baton.platform.ReadOnly;
import baton.replay.ReplayCancelled;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sweeps asked for: one runs at a time, the others wait. */
@ApplicationScoped
class Sweeps {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
  private static final int WAITING_MAX = 16;
  private static final long STOP_MAX_SECONDS = 10;
  static final String BY_SCHEDULE = "schedule";

  private final Sweeper sweeper;
  private final Unfinished unfinished;
  private final BoardDiffers boardDiffers;
  private final Commands commands;
  private final BusinessClock clock;
  private final Ages ages;
  private final ReadOnly readOnly;
  private final Duration every;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sweep").factory());

  Sweeps(
      Sweeper sweeper,
      Unfinished unfinished,
      BoardDiffers boardDiffers,
      Commands commands,
      BusinessClock clock,
      Ages ages,
      EscalationConfig config,
      ReadOnly readOnly) {
    this.sweeper = sweeper;
    this.unfinished = unfinished;
    this.boardDiffers = boardDiffers;
    this.commands = commands;
    this.clock = clock;
    this.ages = ages;
    this.readOnly = readOnly;
    this.every = config.sweep().every();
  }

  void start(@Observes StartupEvent event) {
    if (every.isZero()) return;
    // Not at a fixed rate: what is overdue would go before what somebody asks for.
    executor.scheduleWithFixedDelay(
        this::bySchedule, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void bySchedule() {
    try {
      SweepRun run = wanted(null, null, BY_SCHEDULE);
      unfinished.add(run);
      run(run);
    } catch (RuntimeException failure) {
      // The next one may find broker and database again; an exception would end the schedule.
      LOG.warn("No sweep by schedule this time", failure);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    sweeper.stop();
    executor.shutdownNow();
    executor.awaitTermination(STOP_MAX_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * @param asAt null for now, with a comparison
   * @param force whose findings are told apart, or null
   */
  SweepReport ask(Instant asAt, OrganisationCode force, String askedBy) {
    if (unfinished.count() >= WAITING_MAX)
      throw Problems.of(
          409,
          "sweeps-waiting",
          "Refused as things stand",
          WAITING_MAX + " sweeps are waiting already; ask again when one has ended");
    SweepRun run = wanted(asAt, force, askedBy);
    if (!run.memory().fits())
      throw Problems.of(409, "sweep-memory", "Refused as things stand", run.memory().refusal());
    unfinished.add(run);
    executor.execute(() -> run(run));
    return run.report();
  }

  private SweepRun wanted(Instant asAt, OrganisationCode force, String askedBy) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant completeTo = asAt == null ? null : Age.at(asAt, ages.now()).completeTo();
    return new SweepRun(id, asAt, completeTo, force, clock.instant(), askedBy, sweeper.memory());
  }

  private void run(SweepRun run) {
    try {
      if (run.isUnwanted()) throw new ReplayCancelled();
      if (!run.memory().fits()) throw new IllegalStateException(run.memory().refusal());
      sweeper.sweep(run);
      if (run.asAt() == null) boardDiffers.keep(run);
      if (!readOnly.holds()) record(run);
      run.done();
    } catch (ReplayCancelled cancelled) {
      if (run.isUnwanted()) run.cancelled();
      else run.failed(SweepReport.STOPPED);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      run.failed(SweepReport.STOPPED);
    } catch (RuntimeException | Error failure) {
      // An error, too: who asked must not wait for ever.
      LOG.warn("Sweep {} failed", run.id(), failure);
      run.failed(failure.toString());
    } finally {
      unfinished.end(run);
    }
  }

  private void record(SweepRun run) {
    SweepReport report = run.report();
    commands.sendAsSystem(
        new RecordSweep(
            run.id().toString(),
            run.asAt(),
            report.events(),
            report.referrals(),
            report.differenceCount() == null ? 0 : report.differenceCount(),
            report.findings()));
  }
}
