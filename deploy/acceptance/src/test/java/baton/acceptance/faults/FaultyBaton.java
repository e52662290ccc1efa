package baton.acceptance.faults;

import baton.contract.Force;
import baton.local.ClockMode;
import baton.local.Home;
import baton.local.Instance;
import baton.local.LocalBaton;
import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.parts.LocalPostgres;
import baton.parts.Ports;
import baton.parts.PostgresServer;
import baton.parts.access.ClientProperties;
import baton.parts.access.ForceAccess;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Baton as it runs on a machine, on the system's clock, with everything in reach to be broken. */
final class FaultyBaton implements AutoCloseable {
  private static final int PORTS_FROM = 27_080;
  private static final Duration TOKENS_LAST = Duration.ofHours(8);

  private final LocalBaton local;
  private final Wires wires;
  private final int brokers;
  private final TokenIssuer tokens;
  private final Map<Who, String> signed = new ConcurrentHashMap<>();
  private final BatonClient client;

  private FaultyBaton(LocalBaton local, Wires wires, int brokers) throws IOException {
    this.local = local;
    this.wires = wires;
    this.brokers = brokers;
    this.tokens = TokenIssuer.in(local.home().keys());
    this.client = new BatonClient(local.home().portBase(), new ObjectMapper(), this::token);
  }

  /** Starts everything afresh; what an earlier run left behind is stopped and removed. */
  static FaultyBaton start(int instances, int brokers) {
    return start(instances, brokers, List.of());
  }

  /**
   * @param more instances that there is room for and that are not started yet: {@link
   *     Processes#start}; whoever awaits that all is ready ends them
   */
  static FaultyBaton start(int instances, int brokers, List<Instance> more) {
    var module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    var all = Stream.concat(all(instances).stream(), more.stream()).toList();
    int rows = all.stream().mapToInt(Instance::number).max().orElseThrow();
    var ports = Ports.freeBase(PORTS_FROM, 10 * Math.max(rows, brokers));
    var home = new Home(module.getParent().getParent(), module.resolve("target/faulty"), ports);
    try {
      var before = new LocalBaton(home, System.out::println);
      before.down();
      home.wipe();
      var wires = new Wires(home, all, brokers);
      var local = new LocalBaton(home, System.out::println, wires);
      local.up(new LocalBaton.Wanted(ClockMode.SYSTEM, null, null, instances, brokers));
      var baton = new FaultyBaton(local, wires, brokers);
      Stream.of(Staff.NCA, Load.KENT).forEach(new Staff(baton.client)::roster);
      baton.awaitSettled();
      return baton;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Instance> all(int instances) {
    return Stream.of(ServiceName.values())
        .flatMap(
            service ->
                IntStream.rangeClosed(1, instances)
                    .mapToObj(number -> new Instance(service, number)))
        .toList();
  }

  Home home() {
    return local.home();
  }

  Wires wires() {
    return wires;
  }

  Processes processes() {
    return new Processes(local);
  }

  List<Instance> instances() {
    try {
      return local.instances();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Schedule.Cast cast() {
    return new Schedule.Cast(
        instances().stream().map(Instance::slug).toList(),
        IntStream.rangeClosed(1, brokers).mapToObj(Wires::broker).toList());
  }

  /** Every process by its name. */
  List<String> names() {
    var names = new ArrayList<>(List.of(Schedule.Cast.DATABASE));
    names.addAll(cast().brokers());
    names.addAll(cast().services());
    return names;
  }

  BatonClient client() {
    return client;
  }

  Caller caller(Promises promises) {
    return caller(promises, instances());
  }

  /**
   * @param instances that it knows of
   */
  Caller caller(Promises promises, List<Instance> instances) {
    return new Caller(home(), instances, this::token, promises);
  }

  /**
   * Lets a force's record system in at the broker.
   *
   * @return its {@code client.properties}
   */
  String letIn(Force force) throws IOException {
    try (var admin = Admin.create(kafka())) {
      var certificates = local.brokers().keys().certificates();
      var address = local.brokers().bootstrap();
      return new ForceAccess(admin)
          .byPassword(
              force,
              brokers,
              false,
              password -> ClientProperties.ofForce(address, force, password, certificates))
          .orElseThrow();
    }
  }

  String token(Who who) {
    return signed.computeIfAbsent(
        who,
        _ -> tokens.sign(new Bearer(who.role(), who.organisation(), who.person()), TOKENS_LAST));
  }

  /** All run and are ready; what does not is started. */
  void awaitReady() {
    try {
      local.up(null, null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All run and are ready, everything is published and read everywhere, and stays so. */
  void awaitSettled() {
    awaitReady();
    new Calm(client).awaitRead();
  }

  /** Every limit that has passed by now is judged, and what came of it is read everywhere. */
  void awaitJudged() {
    new Calm(client).awaitJudged();
    awaitSettled();
  }

  PostgresServer postgres() {
    try {
      return LocalPostgres.running(home().postgres()).orElseThrow().server();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How an operator reaches the brokers, without a wire between. */
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
    wires.close();
  }
}
