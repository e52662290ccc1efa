package baton.local;

import baton.local.client.ServiceName;
import baton.parts.LocalPostgres;
import baton.parts.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * PostgreSQL, the brokers and the services of one installation, as processes that outlive this one.
 * Starting leaves alone what runs; stopping leaves alone what is stopped.
 */
public final class LocalBaton {
  private static final Duration STOP_MAX = Duration.ofSeconds(30);

  private final Home home;
  private final Consumer<String> tell;
  private final Surroundings surroundings;
  private ServiceSettings settings;

  /**
   * @param tell takes one line about each step
   */
  public LocalBaton(Home home, Consumer<String> tell) {
    this(home, tell, Surroundings.PLAIN);
  }

  public LocalBaton(Home home, Consumer<String> tell, Surroundings surroundings) {
    this.home = home;
    this.tell = tell;
    this.surroundings = surroundings;
  }

  public Home home() {
    return home;
  }

  /**
   * What an installation is started with.
   *
   * @param clock null for the one that the data was made with
   * @param clockStart where a stepped clock begins that was never moved; null for the system's time
   * @param roster JSON file of teams and officers, loaded at start; null for none
   * @param instances of each service; 0 for as many as there were
   * @param brokers 1 or 3; 0 for as many as there are
   */
  public record Wanted(
      ClockMode clock, Instant clockStart, Path roster, int instances, int brokers) {}

  /** As {@link #up(Wanted)}, with as many of everything as there were. */
  public void up(ClockMode clock, Instant clockStart, Path roster) throws IOException {
    up(new Wanted(clock, clockStart, roster, 0, 0));
  }

  /** Starts what does not run, and returns when all of it is ready. */
  public void up(Wanted wanted) throws IOException {
    try (var _ = HomeLock.take(home)) {
      CopyMark.requireWhole(home);
      closeWhatStoodOpen();
      var shape = Shape.settle(home, wanted.instances(), wanted.brokers());
      Preconditions.check(home, shape);
      try {
        stop(instances(shape.instances() + 1, Shape.INSTANCES_MAX));
        settings = startParts(wanted, brokers());
        startServices(started(shape.instances()));
        RestoredMark.remove(home);
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  /** Who is known by name cannot come to a broker that asks for none, nor the other way round. */
  private void closeWhatStoodOpen() throws IOException {
    if (!brokers().letInEverybody()) return;
    Preconditions.checkWayIn(home, brokers().numbers());
    tell.accept(
        "this log was open to every program on this machine; from now on its broker asks for a name"
            + " (docs/operating.md)");
    stop(instances(1, Shape.INSTANCES_MAX));
    brokers().stop();
  }

  private ServiceSettings startParts(Wanted wanted, Brokers brokers) throws IOException {
    if (LocalPostgres.running(home.postgres()).isEmpty()) {
      tell.accept("starting PostgreSQL and Kafka");
    }
    var clock = ClockMode.settle(home, wanted.clock());
    var kafka = CompletableFuture.runAsync(() -> start(brokers));
    var postgres = LocalPostgres.start(home.postgres(), home.postgresPort());
    kafka.join();
    return ServiceSettings.of(home, postgres, brokers, clock, wanted.clockStart(), wanted.roster());
  }

  private static void start(Brokers brokers) {
    try {
      brokers.start();
    } catch (IOException e) {
      throw new Trouble("Kafka cannot be started: " + e.getMessage(), e);
    }
  }

  private void startServices(List<Instance> instances) throws IOException {
    var services = new ArrayList<RunningService>();
    for (var instance : instances) {
      services.add(startService(instance));
    }
    Readiness.await(services, this::successor);
  }

  /**
   * One that was just killed may still be seen as running; one that ends by itself is in trouble.
   */
  private RunningService successor(RunningService ended) throws IOException {
    if (!ended.startedNow()) {
      return startService(ended.instance());
    }
    throw new Trouble(
        "%s did not start: %s; all of it is in %s"
            .formatted(ended.title(), ServiceLog.lastWords(ended.log()), ended.log()));
  }

  private RunningService startService(Instance instance) throws IOException {
    var running = RunningService.find(home, instance);
    if (running.isPresent()) {
      return running.get();
    }
    tell.accept("starting " + instance.title());
    return RunningService.start(home, instance, settings, surroundings.environment(instance));
  }

  /** Starts one service of an installation whose database and broker run, and awaits it. */
  public void start(ServiceName service) throws IOException {
    var postgres = LocalPostgres.running(home.postgres());
    if (postgres.isEmpty() || !brokers().allRun()) {
      throw new Trouble("PostgreSQL or Kafka does not run; start all with: baton up");
    }
    var clock = ClockMode.settle(home, null);
    settings = ServiceSettings.of(home, postgres.get(), brokers(), clock, null, null);
    startServices(List.of(Instance.first(service)));
  }

  /**
   * Starts one process again, if it does not run, as it was started by this launcher before, and
   * returns at once: it need not be able to become ready.
   */
  public ProcessHandle launch(Instance instance) throws IOException {
    if (settings == null) {
      throw new IllegalStateException("this launcher has not brought the installation up");
    }
    return startService(instance).process();
  }

  /** The process of a service, to be stopped or killed. */
  public ProcessHandle process(ServiceName service) throws IOException {
    return process(Instance.first(service));
  }

  public ProcessHandle process(Instance instance) throws IOException {
    return RunningService.find(home, instance)
        .map(RunningService::process)
        .orElseThrow(() -> new Trouble(instance.title() + " does not run"));
  }

  /** Of every service, as the installation was last started. */
  public List<Instance> instances() throws IOException {
    return started(Shape.kept(home).instances());
  }

  /** Of a copy only what answers about the log: the others would have nothing to say. */
  private List<Instance> started(int each) throws IOException {
    if (CopyMark.of(home).isEmpty()) return Instance.all(each);
    return Instance.all(each).stream()
        .filter(instance -> instance.service() == ServiceName.ESCALATION)
        .toList();
  }

  public Brokers brokers() throws IOException {
    return new Brokers(home, Shape.kept(home).brokers(), surroundings);
  }

  /** What runs and what does not: the instances in the order of their ports, then the parts. */
  public List<Status> status() throws IOException {
    var all = new ArrayList<Status>();
    for (var instance : instances()) {
      all.add(Status.of(home, instance));
    }
    all.add(
        Status.of(
            "postgresql",
            home.postgresPort(),
            LocalPostgres.running(home.postgres()).map(LocalPostgres::process)));
    for (int number : brokers().numbers()) {
      all.add(
          Status.of(
              Shape.numbered("kafka", number),
              home.kafkaPort(number),
              brokers().running(number).map(broker -> broker.process())));
    }
    return all;
  }

  /** Stops the services, then the brokers, then the database. */
  public void down() throws IOException {
    try (var _ = HomeLock.take(home)) {
      stop(instances(1, Shape.INSTANCES_MAX));
      brokers().stop();
      LocalPostgres.running(home.postgres()).ifPresent(LocalPostgres::close);
    }
  }

  private static List<Instance> instances(int from, int to) {
    return Instance.all(to).stream().filter(each -> each.number() >= from).toList();
  }

  private void stop(List<Instance> instances) throws IOException {
    var services = new ArrayList<ProcessHandle>();
    for (var instance : instances) {
      RunningService.find(home, instance).map(RunningService::process).ifPresent(services::add);
    }
    services.forEach(ProcessHandle::destroy);
    services.forEach(LocalBaton::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle process) {
    if (!Processes.gone(process, STOP_MAX)) {
      process.destroyForcibly();
    }
  }
}
