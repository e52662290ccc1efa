package baton.escalation.proof;

import baton.escalation.fixtures.Live;
import baton.proof.Checkpoint;
import baton.proof.SignedNote;
import baton.proof.Trust;
import baton.proof.Verdict;
import baton.proof.Verifier;
import baton.proof.VerifierKey;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An export as an auditor gets it: two files, the key, and checkpoints. */
record Exported(byte[] export, byte[] proof, String round) {

  /**
   * @param query such as {@code "?force=46"}
   */
  static Exported of(String query) {
    Response events = get("/audit/export" + query);
    String round = events.header(ExportResource.ROUND);
    String same = query + (query.isEmpty() ? "?" : "&") + "round=" + round;
    return new Exported(
        events.asByteArray(), get("/audit/export/proof" + same).asByteArray(), round);
  }

  static Response get(String path) {
    return Live.auditor()
        .get(path)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .response();
  }

  static VerifierKey key() {
    return VerifierKey.parse(get("/audit/checkpoints/key").asString());
  }

  static List<SignedNote> checkpoints(String round) {
    return Checkpoint.notes(checkpointFile(round));
  }

  static String checkpointFile(String round) {
    return new String(
        Live.auditor().accept("text/plain").get("/audit/checkpoints?round=" + round).asByteArray(),
        StandardCharsets.UTF_8);
  }

  Verdict verdict() {
    return verdict(new Trust(key(), List.of(), checkpoints(round)));
  }

  Verdict verdict(Trust trust) {
    try {
      return new Verifier(trust)
          .verify(new ByteArrayInputStream(export), new ByteArrayInputStream(proof));
    } catch (IOException e) {
      throw new AssertionError("memory is always readable", e);
    }
  }

  List<String> events() {
    return new String(export, StandardCharsets.UTF_8).lines().toList();
  }
}
