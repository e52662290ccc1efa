package baton.escalation.proof;

import baton.escalation.platform.EscalationConfig;
import baton.escalation.platform.Query;
import baton.escalation.proof.CheckpointView.Checkpoints;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.proof.NoteSignature;
import baton.proof.SignedNote;
import baton.proof.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Checkpoints as they were signed, and what witnesses add. */
@ApplicationScoped
class CheckpointDesk {
  private final Transactions transactions;
  private final SigningKey key;
  private final List<VerifierKey> witnesses;

  CheckpointDesk(Transactions transactions, SigningKey key, EscalationConfig config) {
    this.transactions = transactions;
    this.key = key;
    this.witnesses =
        config.proof().witnesses().orElse(List.of()).stream().map(VerifierKey::parse).toList();
  }

  VerifierKey key() {
    return key.verifierKey();
  }

  /**
   * @param round null for the last one
   */
  Checkpoints ofRound(Long round) {
    VerifierKey verifier = key();
    return transactions.inTransaction(
        () -> {
          CheckpointTable table = CheckpointTable.on(transactions.connection());
          long asked = round(round, table);
          return new Checkpoints(
              verifier.toString(),
              asked,
              table.ofRound(asked).stream().map(row -> CheckpointView.of(row, verifier)).toList());
        });
  }

  /** The round asked for, if it was. */
  static long round(Long asked, CheckpointTable table) {
    long last = table.lastRound();
    if (asked == null) return last;
    if (asked < 0 || asked > last)
      throw Query.wrong("round", "round is a number from 1 to " + last + ", the last one signed");
    return asked;
  }

  /**
   * @param size null for the last one
   */
  CheckpointView find(String topicId, int partition, Long size) {
    VerifierKey verifier = key();
    return transactions.inTransaction(
        () ->
            CheckpointView.of(
                require(CheckpointTable.on(transactions.connection()), topicId, partition, size),
                verifier));
  }

  static CheckpointTable.Row require(
      CheckpointTable table, String topicId, int partition, Long size) {
    return table
        .find(topicId, partition, size)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "Nothing of that size was signed of this tree; GET /audit/checkpoints lists"
                        + " the trees and GET /audit/checkpoints/{topicId}/{partition} the last"
                        + " checkpoint of one."));
  }

  /**
   * @param line a signature line as C2SP's tlog-cosignature has it
   * @param size of the checkpoint that was cosigned; null for the last one
   */
  CheckpointView cosign(String topicId, int partition, Long size, String line) {
    VerifierKey verifier = key();
    NoteSignature cosignature = parsed(line);
    return transactions.inTransaction(
        () -> {
          CheckpointTable table = CheckpointTable.on(transactions.connection());
          CheckpointTable.Row row = table.locked(require(table, topicId, partition, size));
          SignedNote note = SignedNote.parse(row.note());
          if (witnesses.stream()
              .noneMatch(each -> new SignedNote(note.text(), List.of(cosignature)).signedBy(each)))
            throw Problems.of(
                422,
                "cosignature-not-known",
                "Refused by a rule",
                "no known witness signed this checkpoint with it: it is over "
                    + row.size()
                    + " events; witnesses are named in baton.escalation.proof.witnesses");
          table.replace(row, note.with(cosignature).toString());
          return CheckpointView.of(require(table, topicId, partition, row.size()), verifier);
        });
  }

  private static NoteSignature parsed(String line) {
    try {
      List<NoteSignature> lines = SignedNote.parse("x\n\n" + line.strip() + "\n").signatures();
      if (lines.size() == 1) return lines.getFirst();
    } catch (IllegalArgumentException | NullPointerException notOne) {
      // the problem below says what is wanted
    }
    throw Problems.of(
        422,
        "cosignature-unusable",
        "The request cannot be taken as it is",
        "the body is one line: em dash, space, the witness's name, space, Base64 of key id and"
            + " signature (C2SP tlog-cosignature)");
  }
}
