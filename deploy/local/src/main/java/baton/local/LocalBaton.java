package baton.local;

import baton.local.client.ServiceName;
import baton.parts.LocalBroker;
import baton.parts.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * PostgreSQL, the broker and the four services of one installation, as processes that outlive this
 * one. Starting leaves alone what runs; stopping leaves alone what is stopped.
 */
public final class LocalBaton {
  private static final String BROKER_HEAP = "512m";
  private static final Duration STOP_MAX = Duration.ofSeconds(30);

  private final Home home;
  private final Consumer<String> tell;

  /**
   * @param tell takes one line about each step
   */
  public LocalBaton(Home home, Consumer<String> tell) {
    this.home = home;
    this.tell = tell;
  }

  public Home home() {
    return home;
  }

  /**
   * Starts what does not run, and returns when all of it is ready.
   *
   * @param clock null for the one that the data was made with
   * @param clockStart where a stepped clock begins that was never moved; null for the system's time
   * @param roster JSON file of teams and officers, loaded at start; null for none
   */
  public void up(ClockMode clock, Instant clockStart, Path roster) throws IOException {
    try (var _ = HomeLock.take(home)) {
      Preconditions.check(home);
      try {
        var settings = startParts(ClockMode.settle(home, clock), clockStart, roster);
        startServices(settings, ServiceName.values());
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  private ServiceSettings startParts(ClockMode clock, Instant clockStart, Path roster)
      throws IOException {
    if (LocalPostgres.running(home.postgres()).isEmpty()) {
      tell.accept("starting PostgreSQL and Kafka");
    }
    var kafka =
        CompletableFuture.supplyAsync(
            () -> LocalBroker.startDetached(home.kafka(), home.kafkaPort(), BROKER_HEAP));
    var postgres = LocalPostgres.start(home.postgres(), home.postgresPort());
    return ServiceSettings.of(home, postgres, kafka.join().bootstrap(), clock, clockStart, roster);
  }

  private void startServices(ServiceSettings settings, ServiceName... names) throws IOException {
    var services = new ArrayList<RunningService>();
    for (var name : names) {
      var running = RunningService.find(home, name);
      services.add(running.isPresent() ? running.get() : startService(name, settings));
    }
    Readiness.await(services, ended -> successor(ended, settings));
  }

  /**
   * One that was just killed may still be seen as running; one that ends by itself is in trouble.
   */
  private RunningService successor(RunningService ended, ServiceSettings settings)
      throws IOException {
    if (!ended.startedNow()) {
      return startService(ended.name(), settings);
    }
    throw new Trouble(
        "%s did not start: %s; all of it is in %s"
            .formatted(ended.title(), ServiceLog.lastWords(ended.log()), ended.log()));
  }

  private RunningService startService(ServiceName name, ServiceSettings settings)
      throws IOException {
    tell.accept("starting " + name.slug() + "-service");
    return RunningService.start(home, name, settings);
  }

  /** Starts one service of an installation whose database and broker run, and awaits it. */
  public void start(ServiceName service) throws IOException {
    var postgres = LocalPostgres.running(home.postgres());
    var broker = LocalBroker.running(home.kafka(), home.kafkaPort());
    if (postgres.isEmpty() || broker.isEmpty()) {
      throw new Trouble("PostgreSQL or Kafka does not run; start all with: baton up");
    }
    var clock = ClockMode.settle(home, null);
    var settings =
        ServiceSettings.of(home, postgres.get(), broker.get().bootstrap(), clock, null, null);
    startServices(settings, service);
  }

  /** The process of a service, to be stopped or killed. */
  public ProcessHandle process(ServiceName service) throws IOException {
    return RunningService.find(home, service)
        .map(RunningService::process)
        .orElseThrow(() -> new Trouble(service.slug() + "-service does not run"));
  }

  /** What runs and what does not, in the order of the ports. */
  public List<Status> status() throws IOException {
    var all = new ArrayList<Status>();
    for (var service : ServiceName.values()) {
      all.add(Status.of(home, service));
    }
    all.add(
        Status.of(
            "postgresql",
            home.postgresPort(),
            LocalPostgres.running(home.postgres()).map(LocalPostgres::process)));
    all.add(
        Status.of(
            "kafka",
            home.kafkaPort(),
            LocalBroker.running(home.kafka(), home.kafkaPort()).map(LocalBroker::process)));
    return all;
  }

  /** Stops the services, then the broker, then the database. */
  public void down() throws IOException {
    try (var _ = HomeLock.take(home)) {
      var services = new ArrayList<ProcessHandle>();
      for (var service : ServiceName.values()) {
        RunningService.find(home, service).map(RunningService::process).ifPresent(services::add);
      }
      services.forEach(ProcessHandle::destroy);
      services.forEach(LocalBaton::awaitEnd);
      LocalBroker.running(home.kafka(), home.kafkaPort()).ifPresent(LocalBroker::close);
      LocalPostgres.running(home.postgres()).ifPresent(LocalPostgres::close);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().completeOnTimeout(process, STOP_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }
}
