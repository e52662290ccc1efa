package baton.acceptance;

import baton.local.ClockMode;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.SteppedTime;
import baton.local.client.Who;
import baton.parts.LocalPostgres;
import baton.parts.Ports;
import baton.parts.PostgresServer;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Baton as it runs on a machine: four processes, PostgreSQL and Kafka, under a folder and on ports
 * of their own, with a stepped clock. Tests know it by REST, by the signals that a process gets,
 * and by looking at what it leaves in its database, on its log and in its files.
 */
public final class Installation implements AutoCloseable {
  static final String KENT = "46";
  static final String SURREY = "45";
  private static final Instant OPENING = Instant.parse("2026-03-02T09:00:00Z");
  private static final int PORTS_FROM = 28_080;
  private static final Duration TOKENS_LAST = Duration.ofHours(8);

  private final LocalBaton local;
  private final TokenIssuer tokens;
  private final BatonClient client;
  private final SteppedTime time;

  private Installation(LocalBaton local, TokenIssuer tokens) {
    this.local = local;
    this.tokens = tokens;
    this.client = new BatonClient(local.home().portBase(), new ObjectMapper(), this::token);
    this.time = new SteppedTime(client, OPENING);
  }

  /** The one that most tests share. */
  static Installation start() {
    return start("baton", List.of(Staff.NCA, KENT, SURREY));
  }

  /**
   * Starts everything afresh; what an earlier run left behind is stopped and removed.
   *
   * @param name of its folder
   * @param organisations whose rosters are there from the start
   */
  public static Installation start(String name, Collection<String> organisations) {
    var module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    var checkout = module.getParent().getParent();
    requireBuilt(checkout);
    var folder = module.resolve("target").resolve(name);
    try {
      var local = new LocalBaton(new Home(checkout, folder, freePorts()), System.out::println);
      local.down();
      local.home().wipe();
      local.up(ClockMode.STEPPED, OPENING, null);
      var installation = new Installation(local, TokenIssuer.in(local.home().keys()));
      organisations.forEach(installation.staff()::roster);
      installation.settle();
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePorts() {
    return Ports.freeBase(PORTS_FROM, Home.PORTS);
  }

  private static void requireBuilt(Path checkout) {
    for (var service : ServiceName.values()) {
      var program = service.slug() + "-service/target/quarkus-app/quarkus-run.jar";
      if (!Files.exists(checkout.resolve(program)))
        throw new Trouble(
            program + " is missing: build the services first, or run ./baton test, which does");
    }
  }

  public BatonClient client() {
    return client;
  }

  public Staff staff() {
    return new Staff(client);
  }

  TokenIssuer tokens() {
    return tokens;
  }

  public Home home() {
    return local.home();
  }

  public String token(Who who) {
    return tokens.sign(new Bearer(who.role(), who.organisation(), who.person()), TOKENS_LAST);
  }

  /** Business time. */
  public Instant now() {
    return time.now();
  }

  /** Lets business time pass, and every deadline in it at its own moment. */
  public void pass(Duration duration) {
    pass(duration, Duration.ofSeconds(1));
  }

  /**
   * @param together deadlines that lie no further apart pass at one moment: for long spans
   */
  public void pass(Duration duration, Duration together) {
    try {
      time.advance(duration, together);
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Waits until nothing is on its way from one service to another. */
  public void settle() {
    try {
      time.settle();
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** {@code kill -9}. */
  public void kill(ServiceName service) {
    end(service, ProcessHandle::destroyForcibly);
  }

  /** {@code SIGTERM}, as an operator stops it. */
  void stop(ServiceName service) {
    end(service, ProcessHandle::destroy);
  }

  public ProcessHandle process(ServiceName service) {
    try {
      return local.process(service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(ServiceName service, java.util.function.Predicate<ProcessHandle> signal) {
    try {
      var process = local.process(service);
      signal.test(process);
      process.onExit().join();
      time.stopped(service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a service that was stopped; it takes over the time of the others. */
  public void restart(ServiceName service) {
    try {
      local.start(service);
      time.started(service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  public PostgresServer postgres() {
    try {
      return LocalPostgres.running(home().postgres()).orElseThrow().server();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How an operator reaches the broker, and may do everything. */
  Map<String, Object> kafka() {
    try {
      return local.brokers().operator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    local.down();
  }
}
