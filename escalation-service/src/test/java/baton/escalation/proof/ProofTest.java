package baton.escalation.proof;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.contract.EventId;
import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.Sealed;
import baton.contract.risk.TriagePrioritySet;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogScan;
import baton.journal.store.PageBytes;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.proof.Base64Text;
import baton.proof.Checkpoint;
import baton.proof.Fault;
import baton.proof.NoteSigner;
import baton.proof.ProofCheck;
import baton.proof.SignedNote;
import baton.proof.TreeHash;
import baton.proof.Trust;
import baton.proof.Verdict;
import baton.proof.VerifierKey;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Stepped
class ProofTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STORIES = 12;

  @Inject Transactions transactions;
  @Inject Export export;

  private final List<Story> stories = new ArrayList<>();
  private Live live;
  private Instant start;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    for (int i = 0; i < STORIES; i++)
      stories.add(
          new Story()
              .receivedAndOpened(start)
              .offeredToAssessor(start.plusSeconds(5))
              .assessorAccepted(start.plusSeconds(6))
              .triaged(Grade.LOW, start.plusSeconds(7)));
    live.others().tell(stories.toArray(Story[]::new));
    live.stepTo(start.plusSeconds(10));
    awaitSigned();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void the_whole_log_is_exported_in_its_own_bytes_and_holds() {
    Exported whole = allThatIsOnTheLog();
    var holds = (Verdict.Holds) whole.verdict();

    assertThat(holds.events()).isEqualTo(whole.events().size());
    assertThat(holds.unproven()).singleElement().asString().contains("no partitions but these");
    assertThat(whole.events()).doesNotHaveDuplicates();
    assertThat(whole.events().getFirst()).doesNotContain("\"referral\":\"");
  }

  @Test
  void everything_that_is_no_json_says_in_headers_how_new_it_is() {
    String one = "?referral=" + stories.getFirst().referral();
    for (String path :
        List.of(
            "/audit/export" + one,
            "/audit/export/proof" + one,
            "/audit/checkpoints/key",
            "/audit/referrals/" + stories.getFirst().referral() + "/events",
            "/audit/events?from=" + start + "&to=" + start.plusSeconds(1)))
      newest(Exported.get(path));
    newest(Live.auditor().accept("text/plain").get("/audit/checkpoints"));
    Live.auditor().get("/audit/checkpoints").then().header("Baton-As-Of", nullValue());
  }

  private void newest(Response answer) {
    answer
        .then()
        .statusCode(200)
        .header("Baton-As-Of", start.plusSeconds(10).toString())
        .header("Baton-Lag-Seconds", "0.0");
  }

  /** What is found after the last step is recorded while the first exports are made. */
  private Exported allThatIsOnTheLog() {
    return await()
        .atMost(PATIENCE)
        .until(() -> Exported.of(""), whole -> Set.copyOf(whole.events()).equals(onTheLog()));
  }

  @Test
  void an_export_that_was_cut_off_goes_on_without_repeat_or_loss() {
    Exported whole = Exported.of("");
    List<String> lines = new String(whole.proof(), StandardCharsets.UTF_8).lines().toList();
    for (int arrived : new int[] {1, 2, lines.size() / 2, lines.size() - 2}) {
      JsonPath last = JsonPath.from(lines.get(arrived));
      String query =
          "?round=%s&after=%s/%d/%d"
              .formatted(
                  whole.round(),
                  last.getString("topicId"),
                  last.getInt("partition"),
                  last.getLong("index"));
      String restOfProof = Exported.get("/audit/export/proof" + query).asString();
      String rest = Exported.get("/audit/export" + query).asString();

      assertThat(restOfProof.lines()).isEqualTo(lines.subList(arrived + 1, lines.size()));
      assertThat(rest.lines()).isEqualTo(whole.events().subList(arrived, whole.events().size()));
    }
  }

  @Test
  void a_referral_a_force_and_a_span_are_exported_and_hold() {
    Story story = stories.getFirst();
    Exported referral = Exported.of("?referral=" + story.referral());
    var holds = (Verdict.Holds) referral.verdict();

    assertThat(referral.events()).hasSizeGreaterThanOrEqualTo(story.events().size());
    assertThat(referral.events()).allMatch(line -> line.contains(story.referral().toString()));
    assertThat(holds.unproven()).isNotEmpty();
    Exported span = Exported.of("?from=" + start.plusSeconds(5) + "&to=" + start.plusSeconds(7));
    assertThat(((Verdict.Holds) span.verdict()).events()).isEqualTo(2 * STORIES);
    assertThat(((Verdict.Holds) Exported.of("?force=nca").verdict()).events())
        .isGreaterThanOrEqualTo(5 * STORIES);
    assertThat(((Verdict.Holds) Exported.of("?force=62").verdict()).events()).isZero();
  }

  @Test
  void an_export_of_a_force_goes_on_until_its_slice_is_forgotten() {
    Exported begun = Exported.of("?force=31");
    String same = "?force=31&round=" + begun.round();
    Exported.get("/audit/export" + same);
    execute("update export_slice set made_at = now() - interval '3 days' where force = '31'");
    // Whoever asks for a slice next forgets what is old.
    Exported.of("?force=nca");

    for (String path : List.of("/audit/export", "/audit/export/proof"))
      Live.auditor()
          .get(path + same)
          .then()
          .statusCode(410)
          .body("type", endsWith("/slice-forgotten"))
          .body("detail", containsString("export anew"));
    assertThat(((Verdict.Holds) Exported.of("?force=31").verdict()).events()).isZero();
  }

  @Test
  void pages_are_bounded_by_bytes_and_nothing_is_left_out() {
    var story = new Story().receivedAndOpened(start.plusSeconds(11));
    for (int i = 0; i < 30; i++)
      story.tells(
          Story.RISK,
          new TriagePrioritySet(
              story.referral(),
              null,
              Grade.LOW,
              Sealed.box("0199a000-0000-7000-8000-000000000001", new byte[300_000])),
          start.plusSeconds(12 + i));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(60));
    awaitSigned();
    String query = "?referral=" + story.referral();

    Exported exported = Exported.of(query);
    assertThat(exported.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(exported.events().size()).isGreaterThanOrEqualTo(story.events().size());
    theFirstPageIsBounded(query(story, exported));
  }

  private static ExportQuery query(Story story, Exported exported) {
    return new ExportQuery(
        story.referral(),
        null,
        null,
        null,
        Long.parseLong(exported.round()),
        true,
        null,
        List.of());
  }

  /** Numbers only: whoever prints a page prints megabytes. */
  private void theFirstPageIsBounded(ExportQuery query) {
    long longest = 512 << 10;
    long begun = 0;
    for (CheckpointTable.Row tree : export.trees(query)) {
      Export.Leaves page =
          transactions.inTransaction(
              () -> export.page(query, tree, Export.Leaves.behind(-1), false));
      if (page.values().isEmpty()) continue;
      begun++;
      assertThat(page.more()).as("there are others").isTrue();
      assertThat(page.values().stream().mapToLong(each -> each.length).sum())
          .isBetween(PageBytes.MAX - longest, PageBytes.MAX + longest);
    }
    assertThat(begun).as("partitions").isEqualTo(1);
  }

  @Test
  void a_slice_is_bound_to_a_checkpoint_that_was_got_before() {
    String earlier = Exported.of("").round();
    List<SignedNote> known = Exported.checkpoints(earlier);
    live.others().tell(new Story().receivedAndOpened(start.plusSeconds(8)));
    live.stepTo(start.plusSeconds(20));
    awaitSigned();
    var since = new StringBuilder("?referral=" + stories.getFirst().referral());
    for (SignedNote note : known) {
      Checkpoint checkpoint = Checkpoint.of(note);
      since
          .append("&since=")
          .append(checkpoint.origin().substring("baton/".length()))
          .append('/')
          .append(checkpoint.size());
    }
    var trust = new Trust(Exported.key(), List.of(), known);

    assertThat(Exported.of(since.toString()).verdict(trust)).isInstanceOf(Verdict.Holds.class);
    assertThat(Exported.of("").verdict(trust)).isInstanceOf(Verdict.Holds.class);
    assertThat(fault(Exported.of("?referral=" + stories.getFirst().referral()).verdict(trust)))
        .extracting(Fault::kind)
        .isEqualTo(Fault.Kind.UNCONNECTED);
  }

  @Test
  void an_export_made_before_is_old_once_a_later_checkpoint_is_known() {
    Exported before = Exported.of("");
    live.others().tell(new Story().receivedAndOpened(start.plusSeconds(8)));
    live.stepTo(start.plusSeconds(20));
    awaitSigned();
    var later = new Trust(Exported.key(), List.of(), Exported.checkpoints(Exported.of("").round()));

    assertThat(fault(before.verdict(later)).kind()).isEqualTo(Fault.Kind.OLD_CHECKPOINT);
  }

  @Test
  void single_proofs_lead_to_the_signed_root() {
    EventId event = stories.get(3).events().get(2).id();
    JsonPath proof = Exported.get("/audit/proofs/inclusion?event=" + event).jsonPath();
    Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(proof.getString("checkpoint")));
    String line =
        Exported.of("").events().stream()
            .filter(each -> each.contains("\"id\":\"" + event + "\""))
            .findFirst()
            .orElseThrow();

    assertThat(
            ProofCheck.included(
                TreeHash.leaf(line.getBytes(StandardCharsets.UTF_8)),
                proof.getLong("index"),
                checkpoint.size(),
                hashes(proof),
                checkpoint.root()))
        .isTrue();
    String tree =
        "topicId=" + proof.getString("topicId") + "&partition=" + proof.getInt("partition");
    JsonPath consistency = Exported.get("/audit/proofs/consistency?" + tree + "&from=0").jsonPath();
    assertThat(consistency.getList("path")).isEmpty();
    Live.auditor().get("/audit/proofs/consistency?" + tree + "&from=-1").then().statusCode(422);
    Live.auditor()
        .get("/audit/proofs/consistency?" + tree + "&from=" + (checkpoint.size() + 1_000_000))
        .then()
        .statusCode(422);
    Live.auditor().get("/audit/proofs/inclusion").then().statusCode(422);
    Live.auditor()
        .get("/audit/proofs/inclusion?event=" + new EventId(UUID.randomUUID()))
        .then()
        .statusCode(404);
  }

  @Test
  void an_organisation_exports_and_proves_what_is_its_own() {
    Story story = stories.getFirst();
    var other = Live.as("supervisor", "46", "p-1");

    other.get("/audit/export").then().statusCode(403);
    Live.as("supervisor", "46", "p-1").get("/audit/export?force=45").then().statusCode(403);
    Live.as("supervisor", "46", "p-1").get("/audit/export?force=46").then().statusCode(200);
    Live.as("supervisor", "46", "p-1")
        .get("/audit/export/proof?referral=" + story.referral())
        .then()
        .statusCode(404);
    Live.as("supervisor", "46", "p-1")
        .get("/audit/proofs/inclusion?event=" + story.events().getFirst().id())
        .then()
        .statusCode(404);
    Live.as("officer", "46", "p-2").get("/audit/export?force=46").then().statusCode(403);
    Live.as("agency", "toronto-police").get("/audit/checkpoints").then().statusCode(403);
  }

  @Test
  void what_cannot_be_exported_is_a_problem() {
    for (String query :
        List.of(
            "?round=99999999",
            "?round=-1",
            "?after=x",
            "?after=x/0/0",
            "?after=x/0/9223372036854775807",
            "?from=yesterday",
            "?since=x"))
      Live.auditor()
          .get("/audit/export" + query)
          .then()
          .log()
          .ifValidationFails()
          .statusCode(422)
          .contentType("application/problem+json");
    Live.auditor().get("/audit/checkpoints/none/0").then().statusCode(404);
  }

  @Test
  void a_witness_cosigns_and_nobody_else() {
    Shown last = checkpointOfReferrals();
    String path = "/audit/checkpoints/%s/%d".formatted(last.topicId(), last.partition());
    String text = SignedNote.parse(last.note()).text();
    NoteSigner witness = NoteSigner.of("a witness's key of 32 bytes here".getBytes());
    NoteSigner stranger = NoteSigner.of(new byte[32]);
    String name = VerifierKey.parse(Stepped.WITNESS).name();

    post(path, last, witness.cosign(name, text, 1_000).toString(), 201);
    post(path, last, stranger.cosign(name, text, 1_000).toString(), 422);
    post(path, last, witness.cosign(name, text + "x\n", 1_000).toString(), 422);
    post(path, last, "nothing", 422);
    SignedNote note =
        SignedNote.parse(
            Live.auditor().accept("text/plain").get(path + "?size=" + last.size()).asString());
    assertThat(note.signedBy(VerifierKey.parse(Stepped.WITNESS))).isTrue();
    assertThat(note.signedBy(Exported.key().named(last.origin()))).isTrue();
    await().atMost(PATIENCE).until(() -> published(last.origin()).contains(note.toString()));
  }

  @Test
  void what_was_signed_is_published_in_order() {
    Shown last = checkpointOfReferrals();
    await().atMost(PATIENCE).until(() -> published(last.origin()).contains(last.note()));
    List<Long> sizes =
        published(last.origin()).stream()
            .map(note -> Checkpoint.of(SignedNote.parse(note)).size())
            .toList();

    assertThat(sizes).isSorted();
  }

  @Test
  void sealed_data_without_its_key_is_proved_like_any() {
    Story story = new Story().received(start.plusSeconds(8));
    var box = Sealed.<FreeText>box("a key that was disposed of", new byte[40]);
    story.tells(
        Story.RISK,
        new TriagePrioritySet(story.referral(), null, Grade.LOW, box),
        start.plusSeconds(9));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    awaitSigned();
    Exported slice = Exported.of("?referral=" + story.referral());

    assertThat(slice.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(slice.events()).anyMatch(line -> line.contains("a key that was disposed of"));
  }

  @Test
  void what_is_altered_in_the_archive_is_named() {
    EventId altered = stories.get(5).events().get(1).id();
    EventId lost = stories.get(6).events().get(2).id();
    byte[] value = value(altered);
    byte[] flipped = value.clone();
    flipped[value.length - 3] ^= 1;

    set(altered, flipped);
    assertFault(Exported.of("").verdict(), Fault.Kind.CHANGED, altered);
    set(altered, value);
    String row = "create table lost_for_a_while as select * from archived_event where event_id = ?";
    execute(row.replace("?", "'" + lost + "'"));
    execute("delete from archived_event where event_id = '" + lost + "'");
    Verdict verdict = Exported.of("").verdict();
    execute("insert into archived_event select * from lost_for_a_while");
    execute("drop table lost_for_a_while");

    assertThat(fault(verdict).kind()).isEqualTo(Fault.Kind.MISSING);
    assertThat(fault(verdict).index())
        .isEqualTo(
            Exported.get("/audit/proofs/inclusion?event=" + lost).jsonPath().getLong("index"));
    assertThat(Exported.of("").verdict()).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void a_verifier_written_from_the_document_alone_comes_to_the_same(@TempDir Path folder)
      throws Exception {
    assumeTrue(python(List.of("--version")) == 0, "there is no python3 on this machine");
    Exported whole = Exported.of("");
    Exported slice = Exported.of("?referral=" + stories.getFirst().referral());
    Files.writeString(folder.resolve("key"), Exported.key().toString());
    Files.writeString(folder.resolve("checkpoints"), Exported.checkpointFile(whole.round()));

    assertThat(python(folder, whole.export(), whole.proof(), true)).isZero();
    assertThat(python(folder, slice.export(), slice.proof(), false)).isZero();
    byte[] flipped = whole.export().clone();
    flipped[flipped.length / 2] ^= 1;
    assertThat(python(folder, flipped, whole.proof(), true)).isOne();
    byte[] cut = Arrays.copyOf(whole.proof(), whole.proof().length - 20);
    assertThat(python(folder, whole.export(), cut, true)).isOne();
  }

  private static int python(Path folder, byte[] export, byte[] proof, boolean trusted)
      throws IOException, InterruptedException {
    Files.write(folder.resolve("export"), export);
    Files.write(folder.resolve("proof"), proof);
    var arguments =
        new ArrayList<>(
            List.of(
                Path.of("../docs/verify/verify.py").toAbsolutePath().toString(),
                folder.resolve("export").toString(),
                folder.resolve("proof").toString(),
                folder.resolve("key").toString()));
    if (trusted) arguments.add(folder.resolve("checkpoints").toString());
    return python(arguments);
  }

  private static int python(List<String> arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("python3"));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noPython) {
      return -1;
    }
  }

  private void post(String path, Shown last, String line, int status) {
    Live.auditor()
        .contentType("text/plain; charset=utf-8")
        .body(line)
        .post(path + "/cosignatures?size=" + last.size())
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status);
  }

  /** A checkpoint as it is shown. */
  private record Shown(String topicId, int partition, String origin, long size, String note) {
    static Shown of(Map<String, Object> item) {
      return new Shown(
          (String) item.get("topicId"),
          (Integer) item.get("partition"),
          (String) item.get("origin"),
          ((Number) item.get("size")).longValue(),
          (String) item.get("note"));
    }
  }

  private static List<Map<String, Object>> shown() {
    return Exported.get("/audit/checkpoints").jsonPath().getList("items");
  }

  private static Shown checkpointOfReferrals() {
    return shown().stream()
        .filter(each -> each.get("topic").equals(Topics.REFERRALS))
        .map(Shown::of)
        .findFirst()
        .orElseThrow();
  }

  private void awaitSigned() {
    await().atMost(PATIENCE).until(() -> signed() == archived());
  }

  private static long signed() {
    return shown().stream().mapToLong(each -> Shown.of(each).size()).sum();
  }

  /** What becomes leaves; who opened what is archived as well, and has no tree. */
  private long archived() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "test")
                .find(
                    "select count(*) from archived_event"
                        + " where topic in ('baton.referrals', 'baton.register')",
                    row -> row.getLong(1))
                .orElseThrow());
  }

  private byte[] value(EventId event) {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "test")
                .find(
                    "select value from archived_event where event_id = ?",
                    row -> row.getBytes(1),
                    event)
                .orElseThrow());
  }

  private void set(EventId event, byte[] value) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "test")
              .update("update archived_event set value = ? where event_id = ?", value, event);
          return null;
        });
  }

  private void execute(String sql) {
    transactions.inTransaction(
        () -> {
          Sql.on(transactions.connection(), "test").update(sql);
          return null;
        });
  }

  private static List<byte[]> hashes(JsonPath proof) {
    return proof.getList("path", String.class).stream().map(Base64Text::decode).toList();
  }

  private static Fault fault(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Fails.class);
    return ((Verdict.Fails) verdict).fault();
  }

  private static void assertFault(Verdict verdict, Fault.Kind kind, EventId event) {
    assertThat(fault(verdict).kind()).isEqualTo(kind);
    assertThat(fault(verdict).event()).isEqualTo(event.toString());
  }

  /** What a topic tells of a tree, in order. */
  private static List<String> published(String origin) {
    var notes = new ArrayList<String>();
    scan(
        List.of(Topics.CHECKPOINTS),
        (key, value) -> {
          if (key.equals(origin)) notes.add(new String(value, StandardCharsets.UTF_8));
        });
    return notes;
  }

  /** What stands on the log, without what it repeats. */
  private static Set<String> onTheLog() {
    var events = new HashSet<String>();
    scan(
        List.of(Topics.REGISTER, Topics.REFERRALS),
        (key, value) -> events.add(new String(value, StandardCharsets.UTF_8)));
    return events;
  }

  private static void scan(List<String> topics, BiConsumer<String, byte[]> each) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", RealParts.get().kafka());
    LogScan.read(
        kafka,
        topics,
        Map.of(),
        LogScan.ends(kafka, topics),
        record -> each.accept(record.key(), record.value()),
        handed -> {},
        () -> false);
  }
}
