package baton.acceptance.restore;

import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.INTAKE;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import baton.acceptance.Log;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.local.Brokers;
import baton.local.ClockMode;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.client.Answer;
import baton.local.client.BatonClient;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.local.recovery.Backup;
import baton.local.recovery.Outcome;
import baton.local.recovery.Recovery;
import baton.local.recovery.Restore;
import baton.local.recovery.Restore.Part;
import baton.parts.LocalPostgres;
import baton.parts.Ports;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** An installation of its own that is backed up, broken, restored and recovered. */
final class DrilledBaton implements AutoCloseable {
  static final String KENT = "46";
  private static final int PORTS_FROM = 26_080;
  private static final Duration TOKENS_LAST = Duration.ofHours(8);
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Who DRIVER = new Who("administrator", "baton", "p-driver");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final BatonClient client;

  /** What got its 201: references by referral. */
  private final Map<String, String> acknowledged = new LinkedHashMap<>();

  private int sent;

  private DrilledBaton(Home home) throws IOException {
    this.home = home;
    var tokens = TokenIssuer.in(home.keys());
    this.client =
        new BatonClient(
            home.portBase(),
            JSON,
            who ->
                tokens.sign(new Bearer(who.role(), who.organisation(), who.person()), TOKENS_LAST));
  }

  /**
   * @param brokers 1 or 3
   */
  static DrilledBaton start(int brokers) throws IOException {
    var module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    var ports = Ports.freeBase(PORTS_FROM, Home.PORTS);
    var home = new Home(module.getParent().getParent(), module.resolve("target/drilled"), ports);
    var local = new LocalBaton(home, System.out::println);
    local.down();
    home.wipe();
    local.up(new LocalBaton.Wanted(ClockMode.SYSTEM, null, null, 1, brokers));
    var baton = new DrilledBaton(home);
    Stream.of(Staff.NCA, KENT).forEach(new Staff(baton.client)::roster);
    return baton;
  }

  Home home() {
    return home;
  }

  /** A folder that does not exist yet. */
  Path place(String name) {
    return home.folder().resolveSibling("drilled-" + name + "-" + System.nanoTime());
  }

  /** Sends referrals, and hands each on to Kent: every service has something to say of them. */
  void work(int referrals) {
    for (int i = 0; i < referrals; i++) handOn(send());
    settle();
  }

  /** Work goes on until it is done, and once at least. */
  void working(Doing doing) throws Exception {
    var over = new AtomicBoolean();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var meanwhile =
          hands.submit(
              () -> {
                do handOn(send());
                while (!over.get());
                return null;
              });
      try {
        doing.it();
      } finally {
        over.set(true);
      }
      meanwhile.get();
    }
    settle();
  }

  /** Something that may fail. */
  interface Doing {
    void it() throws Exception;
  }

  /** One referral, acknowledged. */
  String send() {
    String reference = "DRILL-" + ++sent;
    String referral = new Staff(client).send("ncmec", referral(reference));
    acknowledged.put(referral, reference);
    return referral;
  }

  /** What risk-service answers to a grade with a reason, which is sealed. */
  Answer grades(String referral) {
    return client.post(
        RISK,
        new Who("assessor", Staff.NCA, Staff.worker(Staff.NCA, sent)),
        "/assessments/" + referral + "/grade",
        Map.of("grade", "HIGH", "reason", "synthetic"));
  }

  /** What risk-service says of itself. */
  String readiness() {
    return client.get(RISK, DRIVER, "/q/health/ready").body().toString();
  }

  /** Gives it to Kent, who takes it. */
  void handOn(String referral) {
    var staff = new Staff(client);
    staff.offerToAssessor(referral, Staff.worker(Staff.NCA, sent));
    staff.forceAccepts(referral, KENT, staff.disseminate(referral, KENT));
  }

  /** Sends while risk-service is away; returns when all the others have read what was sent. */
  List<String> sendWithoutRisk(int referrals) throws IOException {
    var risk = new LocalBaton(home, _ -> {}).process(RISK);
    risk.destroyForcibly();
    risk.onExit().join();
    var ids = Stream.generate(this::send).limit(referrals).toList();
    for (String id : ids)
      Awaitility.await("the board knows " + id)
          .atMost(SOON)
          .until(() -> client.get(ESCALATION, Staff.auditor(), "/custody/" + id).status() == 200);
    return ids;
  }

  private static Map<String, Object> referral(String reference) {
    return Map.of(
        "reference",
        reference,
        "type",
        "POSSESSION_OR_DISTRIBUTION",
        "force",
        KENT,
        "people",
        List.of(Map.of("role", "SUSPECT", "names", List.of(suspect(reference)))));
  }

  private static String suspect(String reference) {
    return "Synthetic Suspect of " + reference;
  }

  void down() throws IOException {
    new LocalBaton(home, System.out::println).down();
  }

  void up() throws IOException {
    new LocalBaton(home, System.out::println).up(null, null, null);
    settle();
  }

  /** The sentence with which a start is refused; what did start is stopped again. */
  String refusedUp() throws IOException {
    try {
      return refused();
    } finally {
      down();
    }
  }

  /** The same; what did start goes on. */
  String refused() {
    Trouble refused =
        catchThrowableOfType(
            Trouble.class, () -> new LocalBaton(home, System.out::println).up(null, null, null));
    assertThat(refused).as("everything started").isNotNull();
    return refused.getMessage();
  }

  /** What intake-service answers to a new referral, once it answers. */
  Answer sends() {
    return Awaitility.await("intake-service answers")
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> client.post(INTAKE, Staff.agency("ncmec"), "/referrals", referral("REFUSED")),
            answer -> answer.status() > 0);
  }

  void backup(Path folder) throws IOException {
    new Backup(home, System.out::println).into(folder, true);
  }

  void restore(Path folder, Part... parts) throws IOException {
    new Restore(home, folder, System.out::println).of(Set.of(parts));
  }

  /** What a recovery says, and how it ends. */
  record Recovered(Outcome outcome, List<String> said) {}

  Recovered look() throws IOException {
    var said = new ArrayList<String>();
    var outcome = new Recovery(home, System.out::println, said::add).look();
    said.forEach(System.out::println);
    return new Recovered(outcome, said);
  }

  Recovered apply() throws IOException {
    var said = new ArrayList<String>();
    var outcome = new Recovery(home, System.out::println, said::add).apply();
    said.forEach(System.out::println);
    return new Recovered(outcome, said);
  }

  /** One value of one of the databases, while nothing runs. */
  String value(String database, String sql) throws Exception {
    try (var postgres = LocalPostgres.start(home.postgres(), home.postgresPort());
        Connection connection = postgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A statement in one of the databases, while nothing runs. */
  void change(String database, String sql) throws Exception {
    try (var postgres = LocalPostgres.start(home.postgres(), home.postgresPort());
        Connection connection = postgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What is done to the log, while nothing runs. */
  interface WithLog {
    void with(Admin admin, Brokers brokers) throws Exception;
  }

  void withLog(WithLog work) throws Exception {
    var brokers = new LocalBaton(home, _ -> {}).brokers();
    brokers.start();
    try (Admin admin = Admin.create(brokers.operator())) {
      work.with(admin, brokers);
    } finally {
      brokers.stop();
    }
  }

  /** Of everything that is kept, while nothing runs. */
  Fingerprint fingerprint() throws Exception {
    var prints = new ArrayList<Fingerprint>();
    try (var postgres = LocalPostgres.start(home.postgres(), home.postgresPort())) {
      withLog((_, brokers) -> prints.add(Fingerprint.of(postgres.server(), brokers)));
    }
    return prints.getFirst();
  }

  /** Nothing acknowledged is lost, doubled or out of order, and the board is what the log says. */
  void verify() throws IOException {
    new Whole(client, log(), acknowledged).verify();
  }

  private Log log() throws IOException {
    return new Log(new LocalBaton(home, _ -> {}).brokers().operator());
  }

  /** Every checkpoint on the log, in its order, once there is one. */
  String[] signed() throws IOException {
    var log = log();
    return Awaitility.await("a signed checkpoint")
        .atMost(SOON)
        .until(() -> signed(log), notes -> notes.length > 0);
  }

  /** Ids of the events about referrals that are on the log. */
  Set<String> eventsOnLog() throws IOException {
    return log().everything().stream()
        .filter(record -> record.topic().equals(Topics.REFERRALS))
        .map(record -> Envelope.parse(record.value()).id())
        .collect(Collectors.toSet());
  }

  private static String[] signed(Log log) {
    return log.everything().stream()
        .filter(record -> record.topic().equals("baton.checkpoints"))
        .map(record -> new String(record.value()))
        .toArray(String[]::new);
  }

  /** Whether the personal data of everything acknowledged can be read. */
  boolean isReadable() {
    return acknowledged.entrySet().stream()
        .allMatch(
            one ->
                get(RISK, Staff.supervisor(Staff.NCA), "/assessments/" + one.getKey())
                    .toString()
                    .contains(suspect(one.getValue())));
  }

  /** Everything is published and read everywhere, and stays so. */
  void settle() {
    var before = new ArrayList<JsonNode>();
    Awaitility.await("everything is published and read")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              var now = positions();
              boolean settled = now.equals(before);
              before.clear();
              before.addAll(now);
              return settled;
            });
  }

  /** Where each service stands; a service that has something to do never stands where it stood. */
  private List<JsonNode> positions() {
    var positions = new ArrayList<JsonNode>();
    for (ServiceName service : ServiceName.values()) {
      JsonNode progress = get(service, DRIVER, "/progress");
      boolean idle =
          progress.path("storeHead").equals(progress.path("published"))
              && progress.path("read").equals(progress.path("end"));
      positions.add(idle ? progress.path("storeHead") : JSON.valueToTree(System.nanoTime()));
      positions.add(progress.path("read"));
    }
    return positions;
  }

  private JsonNode get(ServiceName service, Who who, String path) {
    return client.get(service, who, path).orFail();
  }

  @Override
  public void close() throws IOException {
    down();
  }
}
