package baton.local.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.proof.Checkpoint;
import baton.proof.NoteSigner;
import baton.proof.ProofFormat;
import baton.proof.ProofLine.End;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import baton.proof.ProofLine.Tree;
import baton.proof.Slice;
import baton.proof.TreeHash;
import baton.proof.VerifierKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a log of one event, signed by a key of the test's own; no Baton runs. */
class VerifyCommandTest {
  private static final NoteSigner KEY =
      NoteSigner.of("a log's key of 32 bytes, for us.".getBytes());
  private static final String TOPIC = "cmVmZXJyYWxz";
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"e-1","source":"/intake-service","type":"baton.x.v1","subject":"r-1",\
      "referral":"r-1","streamsequence":"0000000000","recordedtime":"2026-01-01T00:00:00.000001Z","data":{}}\
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path export;
  private Path checkpoint;
  private String key;

  @BeforeEach
  void export() throws Exception {
    byte[] leaf = TreeHash.leaf(EVENT.getBytes(UTF_8));
    String origin = Checkpoint.origin(TOPIC, 0);
    String note = KEY.sign(origin, new Checkpoint(origin, 1, leaf).text()).toString();
    var manifest =
        new Manifest(
            Slice.WHOLE, 1, List.of(new Tree("baton.referrals", TOPIC, 0, note)), List.of());
    var entry = new Entry(TOPIC, 0, 0, 0, "e-1", 1, leaf, List.of());
    var lines = new ArrayList<String>();
    for (var line : List.of(manifest, entry, new End()))
      lines.add(new String(ProofFormat.write(line), UTF_8));
    export = Files.writeString(folder.resolve("export.ndjson"), EVENT + "\n");
    Files.writeString(folder.resolve("export.ndjson.proof"), String.join("\n", lines) + "\n");
    checkpoint = Files.writeString(folder.resolve("checkpoints.txt"), note);
    key = KEY.verifierKey("baton", VerifierKey.Kind.NOTE).toString();
  }

  private int verify(String... arguments) {
    var all = new ArrayList<>(List.of("verify"));
    all.addAll(List.of(arguments));
    return BatonCommand.line(folder, Map.of("BATON_HOME", folder.resolve("home").toString()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void an_export_that_is_what_was_signed_is_verified() {
    assertThat(verify(export.toString(), "--checkpoint", checkpoint.toString(), "--key", key))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .startsWith("Verified: 1 events, the whole log.\n")
        .contains("no partitions but these")
        .doesNotContain("from elsewhere");
  }

  @Test
  void a_changed_byte_is_exit_code_1_and_the_event_is_named() throws Exception {
    Files.writeString(export, EVENT.replace("r-1\",\"referral", "r-2\",\"referral") + "\n");
    assertThat(verify(export.toString(), "--checkpoint", checkpoint.toString(), "--key", key))
        .isEqualTo(1);
    assertThat(out.toString())
        .startsWith("NOT verified (CHANGED): ")
        .contains("partition 0, leaf 0", "event e-1");
  }

  @Test
  void without_a_checkpoint_it_says_what_the_verdict_is_worth() {
    assertThat(verify(export.toString(), "--key", key)).isZero();
    assertThat(out.toString()).contains("This does not prove:", "from elsewhere");
  }

  @Test
  void the_key_of_the_installation_is_taken_where_none_is_named() throws Exception {
    Path keys = Files.createDirectories(folder.resolve("home/keys"));
    assertThat(verify(export.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("name it with --key");
    Files.writeString(keys.resolve("checkpoint.pub"), key + "\n");
    assertThat(verify(export.toString())).isZero();
  }

  @Test
  void as_json_the_fault_stands_in_fields() throws Exception {
    Files.writeString(export, "");
    assertThat(verify(export.toString(), "--key", key, "--json")).isEqualTo(1);
    var verdict = new ObjectMapper().readTree(out.toString());
    assertThat(verdict.path("verified").asBoolean(true)).isFalse();
    assertThat(verdict.path("fault").path("kind").asText()).isEqualTo("MISSING");
    assertThat(verdict.path("fault").path("event").asText()).isEqualTo("e-1");
  }

  @Test
  void what_cannot_be_read_is_told_in_one_line_and_is_exit_code_2() throws Exception {
    assertThat(verify(folder.resolve("none").toString(), "--key", key)).isEqualTo(2);
    assertThat(verify(export.toString(), "--key", "no key")).isEqualTo(2);
    Path spoilt = Files.writeString(folder.resolve("spoilt"), "no checkpoint");
    assertThat(verify(export.toString(), "--key", key, "--checkpoint", spoilt.toString()))
        .isEqualTo(2);
    assertThat(verify(folder.toString(), "--key", key)).isEqualTo(2);
    assertThat(verify(export.toString(), "--key", key, "--proof", folder.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("baton: "));
  }

  @Test
  void a_file_without_a_checkpoint_is_not_taken_for_no_file() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertThat(verify(export.toString(), "--key", key, "--checkpoint", empty.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("has no checkpoint");
  }

  @Test
  void a_named_witness_that_did_not_sign_is_told_and_the_logs_key_is_none() {
    String witness = KEY.verifierKey("w.example/1", VerifierKey.Kind.COSIGNATURE).toString();
    assertThat(verify(export.toString(), "--key", key, "--witness", witness)).isZero();
    assertThat(out.toString())
        .contains("This does not prove:", "that witness w.example/1 stands by it")
        .doesNotContain("Witnesses who");
    assertThat(verify(export.toString(), "--key", key, "--witness", key)).isEqualTo(2);
    assertThat(verify(export.toString(), "--key", witness)).isEqualTo(2);
    assertThat(err.toString())
        .contains("is a log's key; a witness's is of kind 4", "is a witness's key; the log's is");
  }
}
