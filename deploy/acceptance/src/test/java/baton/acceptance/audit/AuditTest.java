package baton.acceptance.audit;

import static baton.local.client.ServiceName.ESCALATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.acceptance.Installation;
import baton.acceptance.Log;
import baton.acceptance.Referrals;
import baton.acceptance.Watch;
import baton.acceptance.audit.Line.Ran;
import baton.local.CopyMark;
import baton.local.Home;
import baton.local.LocalBaton;
import baton.local.client.BatonClient;
import baton.local.client.Staff;
import baton.local.client.Who;
import baton.parts.LogTopics;
import baton.parts.Ports;
import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The auditor's commands against running services; then the whole log in another, empty Baton,
 * which must say of the past what the original said, and take no command.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AuditTest {
  private static final String KENT = "46";
  private static final String AGENCY = "toronto-police";
  private static final String ASSESSOR = Staff.worker(Staff.NCA, 2);
  private static final String NOBODYS = "01990000-0000-7000-8000-0000000000ff";
  private static final int COPY_PORTS_FROM = 30_080;
  private static final Duration SIGNED_MAX = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder;
  private Installation original;
  private Line line;
  private LocalBaton copy;
  private String accepted;
  private String waiting;
  private Instant then;

  /** What the original said of the past, to be said by the copy. */
  private final List<JsonNode> said = new ArrayList<>();

  private String story;
  private JsonNode swept;

  @BeforeAll
  void stories() throws IOException {
    original = Installation.start("audited", List.of(Staff.NCA, KENT));
    line = new Line(original.home());
    folder = emptied(original.home().folder().resolveSibling("audit-files"));
    copy = new LocalBaton(copyHome(), step -> {});
    copy.down();
    copy.home().wipe();
    var staff = original.staff();
    accepted = staff.send(AGENCY, Referrals.referral("AUDIT-1", KENT));
    waiting = staff.send(AGENCY, Referrals.referral("AUDIT-2", KENT));
    original.settle();
    staff.offerToAssessor(accepted, ASSESSOR);
    original.settle();
    staff.assessorAccepts(accepted, ASSESSOR);
    original.settle();
    // Nobody takes the other one: four hours later that is a finding.
    original.pass(Duration.ofHours(5), Duration.ofMinutes(1));
    then = original.now();
    original.pass(Duration.ofMinutes(10), Duration.ofMinutes(1));
    staff.triage(accepted, ASSESSOR, "HIGH");
    original.settle();
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) Files.delete(each);
    }
    return folder;
  }

  private Home copyHome() {
    return original
        .home()
        .at(
            original.home().folder().resolveSibling("audited-copy"),
            Ports.freeBase(COPY_PORTS_FROM, Home.PORTS));
  }

  @AfterAll
  void end() throws IOException {
    copy.down();
    original.close();
  }

  @Test
  @Order(1)
  void a_replay_compares_log_and_board() {
    JsonNode report = line.run("replay", "--json").exits(0).json();
    assertThat(report.path("state").asText()).isEqualTo("done");
    assertThat(report.path("referrals").asInt()).isEqualTo(2);
    assertThat(report.path("differenceCount").asInt()).isZero();
    assertThat(line.run("replay").exits(0).out()).contains("Board and log agree.");

    Path file = folder.resolve("kent.json");
    Ran then =
        line.run(
                "replay",
                "--as-at",
                this.then.toString(),
                "--force",
                KENT,
                "--report",
                file.toString())
            .exits(0);
    assertThat(then.out()).contains("WITHOUT_PERSON").contains(KENT);
    assertThat(read(file).path("force").asText()).isEqualTo(KENT);
    assertThat(read(file).path("findings").path("WITHOUT_PERSON").asInt()).isEqualTo(1);
  }

  @Test
  @Order(1)
  void a_story_says_who_had_it() {
    JsonNode told = line.run("story", accepted, "--json").exits(0).json();
    assertThat(told.path("custody")).hasSize(2);
    assertThat(told.path("standing").path("custodian").path("person").asText()).isEqualTo(ASSESSOR);
    assertThat(line.run("story", accepted).exits(0).out()).contains(ASSESSOR);
    assertThat(line.run("story", waiting, "--as-at", then.toString()).exits(0).out())
        .contains("referrals-desk");
  }

  @Test
  @Order(1)
  void every_slice_is_exported_and_verified() {
    exportedWhole("slices");
    verified("one", "--referral", accepted);
    verified("force", "--force", KENT);
    verified("span", "--from", then.minus(Duration.ofHours(6)).toString(), "--to", then.toString());
    JsonNode of = verified("of-all", "--referral", waiting, "--force", KENT);
    assertThat(of.path("events").asInt()).isPositive();
  }

  @Test
  @Order(1)
  void a_slice_is_bound_to_checkpoints_that_were_kept() throws Exception {
    exportedWhole("kept-of");
    Path kept = folder.resolve("kept.txt");
    Files.writeString(kept, asText("/audit/checkpoints"));
    // What a sweep records makes the register longer than the kept checkpoint of it.
    line.run("replay").exits(0);
    String unbound = folder.resolve("unbound.ndjson").toString();
    await("a newer checkpoint than the kept one")
        .atMost(SIGNED_MAX)
        .until(
            () -> {
              Files.deleteIfExists(Path.of(unbound));
              Files.deleteIfExists(Path.of(unbound + ".proof"));
              line.run("export", unbound, "--referral", accepted).exits(0);
              Ran ran = line.run("verify", unbound, "--checkpoint", kept.toString());
              return ran.exitCode() == 1 && ran.out().contains("UNCONNECTED");
            });
    String bound = folder.resolve("bound.ndjson").toString();
    line.run("export", bound, "--referral", accepted, "--since", kept.toString()).exits(0);
    Ran verified = line.run("verify", bound, "--checkpoint", kept.toString()).exits(0);
    assertThat(verified.out())
        .contains("Verified:", "newest checkpoint of it from elsewhere has")
        .doesNotContain("no checkpoint of it from elsewhere was given");
  }

  private JsonNode verified(String name, String... slice) {
    String file = folder.resolve(name + ".ndjson").toString();
    var export = new ArrayList<>(List.of("export", file, "--json"));
    export.addAll(List.of(slice));
    JsonNode exported = line.run(export.toArray(String[]::new)).exits(0).json();
    JsonNode verdict = line.run("verify", file, "--json").exits(0).json();
    assertThat(verdict.path("verified").asBoolean()).isTrue();
    assertThat(verdict.path("events").asLong()).isEqualTo(exported.path("events").asLong());
    assertThat(line.run("verify", file).exits(0).out()).contains("Verified:");
    return exported;
  }

  @Test
  @Order(1)
  void what_cannot_be_done_is_told_in_a_line() throws IOException {
    assertThat(line.run("story", NOBODYS).exits(2).oneLine()).contains("404");
    assertThat(line.run("story", "not-an-id").exits(2).err()).contains("not-an-id");
    assertThat(line.run("replay", "--token", "wrong").exits(2).oneLine()).contains("401");
    assertThat(line.run("replay", "--token", agency()).exits(2).oneLine()).contains("403");
    assertThat(line.run("export", folder.resolve("no/where").toString()).exits(2).oneLine())
        .contains("no folder");
    String nobody = "http://127.0.0.1:" + Ports.free();
    for (String[] command :
        new String[][] {
          {"replay", "--url", nobody},
          {"story", accepted, "--url", nobody},
          {"export", folder.resolve("nobody.ndjson").toString(), "--url", nobody}
        }) assertThat(line.run(command).exits(2).oneLine()).contains("baton up");
    Path whole = exportedWhole("altered");
    byte[] bytes = Files.readAllBytes(whole);
    bytes[bytes.length / 2] ^= 1;
    Files.write(whole, bytes);
    assertThat(line.run("verify", whole.toString()).exits(1).out()).contains("NOT verified");
    assertThat(line.run("verify", folder.resolve("none").toString()).exits(2).oneLine())
        .contains("cannot be read");
    assertThat(line.run("import", whole.toString()).exits(1).oneLine()).contains("holds a Baton");
  }

  private String agency() throws IOException {
    return token(original.home(), new Who("agency", AGENCY, null));
  }

  @Test
  @Order(2)
  void a_copy_says_of_the_past_what_the_original_said() throws Exception {
    Path whole = exportedWhole("whole");
    for (String question : questions()) said.add(told(original.client(), question));
    story = line.run("story", waiting, "--as-at", then.toString()).exits(0).out();
    swept = line.run("replay", "--as-at", then.toString(), "--json").exits(0).json();
    Path key = original.home().keys().resolve("checkpoint.pub");
    Path kept = folder.resolve("key.pub");
    Files.copy(key, kept);
    String slice = folder.resolve("slice.ndjson").toString();
    line.run("export", slice, "--referral", accepted).exits(0);
    original.close();

    var home = copy.home();
    var at = new Line(home);
    aBadOneIsRefused(whole, kept, at);
    oneThatWasBrokenOffIsRepeated(home, at);

    JsonNode imported =
        at.run("import", whole.toString(), "--key", kept.toString(), "--json").exits(0).json();
    assertThat(imported.path("imported").asBoolean()).isTrue();
    assertThat(CopyMark.of(home).orElseThrow().whole()).isTrue();

    BatonClient client = client(home);
    for (int i = 0; i < said.size(); i++)
      assertThat(told(client, questions().get(i))).as(questions().get(i)).isEqualTo(said.get(i));
    assertThat(at.run("story", waiting, "--as-at", then.toString()).exits(0).out())
        .isEqualTo(story);
    JsonNode again = at.run("replay", "--as-at", then.toString(), "--json").exits(0).json();
    assertThat(again.path("findings")).isEqualTo(swept.path("findings"));
    assertThat(at.run("replay", "--json").exits(0).json().path("differenceCount").asInt()).isZero();
    theLogIsTheSame(whole, home, at, imported.path("events").asLong());
  }

  private void theLogIsTheSame(Path whole, Home home, Line at, long events) throws IOException {
    Path again = folder.resolve("again.ndjson");
    await("the copy's own checkpoints")
        .atMost(SIGNED_MAX)
        .until(
            () -> {
              Files.deleteIfExists(again);
              Files.deleteIfExists(Path.of(again + ".proof"));
              Ran ran = at.run("export", again.toString(), "--json");
              return ran.exitCode() == 0 && ran.json().path("events").asLong() == events;
            });
    // Partition by partition, in the order in which each Baton first heard of them.
    assertThat(Files.readAllLines(again))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(whole));
    at.run("verify", again.toString()).exits(0);
    var written =
        new Log(copy.brokers().operator())
            .everything().stream()
                .map(ConsumerRecord::topic)
                .filter(topic -> topic.startsWith("baton."))
                .toList();
    assertThat(written)
        .as("nothing of its own is on the copy's log but what it signed")
        .isSubsetOf("baton.referrals", "baton.register", "baton.checkpoints");
    assertThat(written)
        .filteredOn(topic -> !topic.equals("baton.checkpoints"))
        .hasSize((int) events);
  }

  @Test
  @Order(3)
  void a_copy_takes_no_command_and_says_what_it_is() throws Exception {
    var home = copy.home();
    var at = new Line(home);
    var client = client(home);
    var refused =
        client.post(
            ESCALATION,
            Staff.supervisor(KENT),
            "/escalations/" + NOBODYS + "/acknowledgement",
            Map.of());
    assertThat(refused.body().path("type").asText()).endsWith("/read-only");
    assertThat(client.get(ESCALATION, Staff.auditor(), "/escalations").status()).isEqualTo(409);
    assertThat(mark(home)).startsWith("imported from whole.ndjson");

    assertThat(at.run("status").exits(0).out()).contains("READ-ONLY");
    for (String[] command :
        new String[][] {{"demo"}, {"send", "nothing.json"}, {"recover"}, {"force", "add", KENT}})
      assertThat(at.run(command).exits(1).oneLine()).contains("read-only copy");
    assertThat(at.run("import", "any", "--key", "any").exits(1).oneLine()).contains("copy already");
    copy.down();
    assertThat(at.run("up").exits(0).out()).contains("READ-ONLY");
    assertThat(mark(home)).startsWith("imported from whole.ndjson");
    assertThat(told(client, questions().getFirst())).isEqualTo(said.getFirst());
  }

  private void aBadOneIsRefused(Path whole, Path key, Line at) throws IOException {
    Path bad = folder.resolve("bad.ndjson");
    byte[] bytes = Files.readAllBytes(whole);
    bytes[bytes.length / 3] ^= 1;
    Files.write(bad, bytes);
    Files.copy(Path.of(whole + ".proof"), Path.of(bad + ".proof"));
    assertThat(at.run("import", bad.toString(), "--key", key.toString()).exits(1).out())
        .contains("NOT verified");
    assertThat(
            at.run("import", folder.resolve("slice.ndjson").toString(), "--key", key.toString())
                .exits(2)
                .oneLine())
        .contains("whole log");
    assertThat(at.run("import", whole.toString()).exits(2).oneLine()).contains("--key");
    assertThat(at.home().holdsData()).isFalse();
  }

  /** As a kill leaves it: the mark, and something on the log. */
  private static void oneThatWasBrokenOffIsRepeated(Home home, Line at) throws IOException {
    Files.createDirectories(home.folder());
    copyOfNothing().write(home);
    var brokers = new LocalBaton(home, step -> {}).brokers();
    brokers.start();
    LogTopics.create(brokers.operator(), 12, 1);
    new Log(brokers.operator()).send("baton.referrals", "half", "half".getBytes());
    brokers.stop();
    assertThat(at.run("up").exits(1).oneLine()).contains("broken off");
    assertThat(at.run("status").exits(1).out()).contains("broken off");
  }

  private static CopyMark copyOfNothing() {
    return new CopyMark(false, "imported from a file", 1, 1, "2026-01-01T00:00:00Z");
  }

  /** Only once everything of both referrals is signed. */
  private Path exportedWhole(String name) {
    var watch = new Watch(original.client());
    int known = watch.events(accepted).size() + watch.events(waiting).size();
    Path file = folder.resolve(name + ".ndjson");
    await("a checkpoint over everything")
        .atMost(SIGNED_MAX)
        .until(
            () -> {
              Files.deleteIfExists(file);
              Files.deleteIfExists(Path.of(file + ".proof"));
              return line.run("export", file.toString()).exitCode() == 0
                  && ofReferrals(file) == known;
            });
    return file;
  }

  private long ofReferrals(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(
              event ->
                  event.contains("\"referral\":\"" + accepted)
                      || event.contains("\"referral\":\"" + waiting))
          .count();
    }
  }

  private List<String> questions() {
    String moment = "asAt=" + then;
    return List.of(
        "/custody/" + accepted + "?" + moment,
        "/custody/" + waiting + "?" + moment,
        "/custody/" + waiting + "?by=happened&" + moment,
        "/custody?" + moment,
        "/custody?state=overdue&" + moment,
        "/custody?force=" + KENT + "&" + moment,
        "/custody/summary?" + moment);
  }

  /** All but how far it is known, and the ids of topics, which are others. */
  private static JsonNode told(BatonClient client, String question) {
    JsonNode answer = client.get(ESCALATION, Staff.auditor(), question).orFail();
    strip(answer);
    return answer;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object)
      object.remove(List.of("completeTo", "lagSeconds", "topicId", "register"));
    node.forEach(AuditTest::strip);
  }

  private static BatonClient client(Home home) throws IOException {
    var tokens = TokenIssuer.in(home.keys());
    return new BatonClient(
        home.portBase(),
        JSON,
        who ->
            tokens.sign(
                new Bearer(who.role(), who.organisation(), who.person()), Duration.ofHours(1)));
  }

  private static String token(Home home, Who who) throws IOException {
    return TokenIssuer.in(home.keys())
        .sign(new Bearer(who.role(), who.organisation(), who.person()), Duration.ofHours(1));
  }

  private String asText(String path) throws Exception {
    return asked(original.home(), path, "text/plain").body();
  }

  private static String mark(Home home) throws Exception {
    return asked(home, "/custody/summary", "application/json")
        .headers()
        .firstValue("Baton-Read-Only")
        .orElse("no mark");
  }

  private static HttpResponse<String> asked(Home home, String path, String type) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d%s".formatted(home.port(ESCALATION), path)))
              .header("Authorization", "Bearer " + token(home, Staff.auditor()))
              .header("Accept", type)
              .build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(file + " is no JSON", e);
    }
  }
}
