package baton.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.commands.FakeEscalation.Reply;
import baton.proof.Checkpoint;
import baton.proof.NoteSigner;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String REFERRAL = "01990000-0000-7000-8000-00000000000a";
  private static final String MANIFEST =
      "{\"format\":\"baton-proof/1\",\"slice\":{%s},\"round\":7,\"trees\":[],\"consistency\":[]}\n";
  private static final String END = "{\"end\":true}\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeEscalation escalation;
  private Path file;
  private Path proof;

  @BeforeEach
  void start() throws Exception {
    escalation = new FakeEscalation();
    file = folder.resolve("log.ndjson");
    proof = folder.resolve("log.ndjson.proof");
  }

  @AfterEach
  void stop() {
    escalation.close();
  }

  private int export(String... arguments) {
    var all = new ArrayList<>(List.of("export", "--url", escalation.url(), file.toString()));
    all.addAll(List.of(arguments));
    return BatonCommand.line(folder, Map.of("BATON_HOME", folder.resolve("home").toString()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private static String entry(int index, int lines) {
    return "{\"topicId\":\"T\",\"partition\":3,\"index\":%d,\"offset\":%d,\"lines\":%d}\n"
        .formatted(index, index, lines);
  }

  private void serves(String request, String body) {
    escalation.on("GET /audit/export" + request, new Reply(200, "application/x-ndjson", body));
  }

  @Test
  void events_and_proof_are_written_as_they_come_up_to_the_same_checkpoints() throws Exception {
    serves("/proof", MANIFEST.formatted("") + entry(0, 1) + entry(1, 1) + END);
    serves("?round=7", "one\ntwo\n");
    assertThat(export()).as(err.toString()).isZero();
    assertThat(file).hasContent("one\ntwo\n");
    assertThat(proof).content().startsWith("{\"format\"").endsWith(END);
    assertThat(escalation.asked)
        .containsExactly("GET /audit/export/proof", "GET /audit/export?round=7");
    assertThat(out.toString()).contains("2 events (8 bytes)", "up to checkpoint round 7");
  }

  @Test
  void a_slice_is_asked_for_as_it_was_named() {
    String slice =
        "\"referral\":\"" + REFERRAL + "\",\"force\":\"46\",\"from\":\"2012-07-01T00:00:00Z\"";
    serves("/proof", MANIFEST.formatted(slice) + END);
    serves("?", "");
    int exit =
        export("--referral", REFERRAL, "--force", "46", "--from", "2012-07-01T00:00:00Z", "--json");
    assertThat(exit).as(err.toString()).isZero();
    assertThat(escalation.asked.getFirst())
        .isEqualTo(
            "GET /audit/export/proof?referral="
                + REFERRAL
                + "&force=46&from=2012-07-01T00%3A00%3A00Z");
    assertThat(out.toString()).contains("\"events\":0");
  }

  @Test
  void what_was_cut_off_goes_on_behind_the_last_whole_event() throws Exception {
    Files.writeString(
        proof, MANIFEST.formatted("") + entry(0, 1) + entry(1, 2) + "{\"topicId\":\"T");
    Files.writeString(file, "one\ntwo\n");
    serves("/proof?round=7&after=T%2F3%2F1", entry(2, 1) + END);
    serves("?round=7&after=T%2F3%2F0", "two\n still two\nthree\n");
    assertThat(export("--resume")).as(err.toString()).isZero();
    assertThat(file).hasContent("one\ntwo\n still two\nthree\n");
    assertThat(proof)
        .hasContent(MANIFEST.formatted("") + entry(0, 1) + entry(1, 2) + entry(2, 1) + END);
    assertThat(out.toString()).contains("3 events");
  }

  @Test
  void an_export_that_ends_too_early_is_exit_code_2_and_says_how_to_go_on() {
    serves("/proof", MANIFEST.formatted("") + entry(0, 1) + entry(1, 1) + END);
    serves("?round=7", "one\n");
    assertThat(export()).isEqualTo(2);
    assertThat(err.toString()).contains("--resume goes on");
    serves("?round=7&after=T%2F3%2F0", "two\n");
    assertThat(export("--resume")).isZero();
    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void resuming_what_is_all_there_fetches_nothing() throws Exception {
    Files.writeString(proof, MANIFEST.formatted("") + entry(0, 1) + END);
    Files.writeString(file, "one\n");
    assertThat(export("--resume")).isZero();
    assertThat(escalation.asked).isEmpty();
  }

  @Test
  void files_that_are_there_are_not_written_over_and_slices_not_mixed() throws Exception {
    Files.writeString(proof, MANIFEST.formatted("\"force\":\"46\"") + entry(0, 1) + END);
    assertThat(export()).isEqualTo(2);
    assertThat(export("--resume", "--force", "42")).isEqualTo(2);
    assertThat(err.toString()).contains("add --resume", "is of another slice");
    Files.writeString(proof, "no proof\n");
    assertThat(export("--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("is spoilt");
    assertThat(escalation.asked).isEmpty();
  }

  private static String note(String origin, int size) {
    byte[] key = "a log's key of 32 bytes, for us.".getBytes(StandardCharsets.UTF_8);
    String text = new Checkpoint(origin, size, new byte[32]).text();
    return NoteSigner.of(key).sign(origin, text).toString();
  }

  private String kept(String... notes) throws Exception {
    return Files.writeString(folder.resolve("kept.txt"), String.join("\n", notes)).toString();
  }

  private static String connected(int from, int size) {
    return "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":7,\"trees\":[{\"topicId\":\"T\",\"partition\":3,\"checkpoint\":\"%s\"}],\"consistency\":[{\"topicId\":\"T\",\"partition\":3,\"from\":%d,\"path\":[]}]}\n"
        .formatted(note("baton/T/3", size).replace("\n", "\\n"), from);
  }

  @Test
  void the_proof_is_connected_with_the_checkpoints_that_were_kept() throws Exception {
    serves("/proof?", connected(5, 9) + entry(0, 1) + END);
    serves("?referral=" + REFERRAL + "&round=7", "one\n");
    String kept = kept(note("baton/T/3", 5), note("baton/U/0", 2), note("baton/T/3", 5));
    assertThat(export("--referral", REFERRAL, "--since", kept)).as(err.toString()).isZero();
    assertThat(escalation.asked)
        .containsExactly(
            "GET /audit/export/proof?referral=" + REFERRAL + "&since=T/3/5&since=U/0/2",
            "GET /audit/export?referral=" + REFERRAL + "&round=7");
  }

  @Test
  void what_goes_on_is_connected_with_the_same_checkpoints() throws Exception {
    Files.writeString(proof, connected(5, 9) + entry(0, 1));
    serves("/proof?round=7&after=T%2F3%2F0", END);
    serves("?round=7", "one\n");
    assertThat(export("--resume", "--since", kept(note("baton/T/3", 4)))).isEqualTo(2);
    assertThat(err.toString()).contains("not connected with the checkpoints of --since");
    String newer = note("baton/T/3", 12);
    assertThat(export("--resume", "--since", kept(note("baton/T/3", 5), newer)))
        .as("the export ends before the newer one, which the verifier tells: " + err)
        .isZero();
    assertThat(escalation.asked).hasSize(2);
  }

  @Test
  void what_is_no_file_of_few_checkpoints_is_told_and_nothing_is_asked() throws Exception {
    assertThat(export("--since", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(export("--since", kept())).isEqualTo(2);
    assertThat(export("--since", kept("no note"))).isEqualTo(2);
    assertThat(export("--since", kept(note("another/log", 4)))).isEqualTo(2);
    var many = IntStream.range(1, 60).mapToObj(size -> note("baton/T/3", size));
    assertThat(export("--since", kept(many.toArray(String[]::new)))).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("baton: "))
        .anyMatch(line -> line.contains("has no checkpoint"))
        .anyMatch(line -> line.contains("no tree of Baton's"))
        .anyMatch(line -> line.contains("59 checkpoints are more than"));
    assertThat(escalation.asked).isEmpty();
  }

  @Test
  void events_without_their_proof_are_not_gone_on_with() throws Exception {
    Files.writeString(file, "of something else\n");
    serves("/proof", MANIFEST.formatted("") + entry(0, 1) + END);
    assertThat(export("--resume")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing says what it is of");
    assertThat(file).hasContent("of something else\n");
  }

  @Test
  void a_file_that_cannot_be_written_is_exit_code_2() throws Exception {
    Files.createDirectory(file);
    serves("/proof", MANIFEST.formatted("") + entry(0, 1) + END);
    serves("?round=7", "one\n");
    assertThat(export("--resume")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith("baton: ");
  }

  @Test
  void a_refusal_leaves_no_file_behind() {
    escalation.on("GET /audit/export", Reply.problem(403, "The log concerns everybody."));
    assertThat(export()).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("baton: refused with 403: The log concerns everybody.\n");
    assertThat(file).doesNotExist();
    assertThat(proof).doesNotExist();
  }

  @Test
  void the_counts_are_json_where_that_is_asked_for() throws Exception {
    serves("/proof", MANIFEST.formatted("") + entry(0, 1) + END);
    serves("?round=7", "one\n");
    assertThat(export("--json")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).path("round").asInt()).isEqualTo(7);
  }
}
