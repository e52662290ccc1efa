package baton.escalation.proof;

import baton.escalation.platform.EscalationConfig;
import baton.journal.store.Transactions;
import baton.proof.Checkpoint;
import baton.proof.MerkleTree;
import baton.proof.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes leaves of what the reader has archived and signs what the trees are. Takes small steps,
 * each one transaction, and goes on where any instance stopped.
 */
@ApplicationScoped
class Notary {
  private static final int LEAVES_AT_ONCE = 4 * Tiles.WIDTH;

  private final Transactions transactions;
  private final SigningKey key;
  private final AlteredFindings findings;
  private final Duration signEvery;

  @Inject
  Notary(
      Transactions transactions,
      SigningKey key,
      AlteredFindings findings,
      EscalationConfig config) {
    this(transactions, key, findings, config.proof().signEvery());
  }

  Notary(Transactions transactions, SigningKey key, AlteredFindings findings, Duration signEvery) {
    this.transactions = transactions;
    this.key = key;
    this.findings = findings;
    this.signEvery = signEvery;
  }

  /**
   * One step over every tree.
   *
   * @return whether there is more to append
   */
  boolean append() {
    return transactions.inTransaction(
        () -> {
          TreeTable table = TreeTable.on(transactions.connection());
          if (!table.lock()) return false;
          table.discover();
          boolean more = false;
          for (Tree tree : table.all()) more |= append(tree, table);
          return more;
        });
  }

  private boolean append(Tree tree, TreeTable table) {
    long upTo = table.readUpTo(tree);
    List<TreeTable.Row> rows = table.after(tree, upTo, LEAVES_AT_ONCE);
    if (rows.isEmpty()) return false;
    var tiles = new Tiles(tree.id(), transactions.connection());
    long index = tree.size();
    for (TreeTable.Row row : rows) tiles.append(index++, row.leaf(), row.offset());
    tiles.flush();
    table.keep(tree.grown(rows.size(), rows.getLast().offset() + 1));
    return rows.size() == LEAVES_AT_ONCE;
  }

  /**
   * Signs every tree that has grown, if it is time again.
   *
   * @param now system time
   */
  void sign(Instant now) {
    if (!key.there()) return;
    transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          TreeTable trees = TreeTable.on(tx);
          if (!trees.lock()) return null;
          CheckpointTable table = CheckpointTable.on(tx);
          long last = table.lastRound();
          boolean due =
              table.signedAt(last).map(at -> !now.isBefore(at.plus(signEvery))).orElse(true);
          if (due) sign(trees.all(), last, now, table, tx);
          return null;
        });
  }

  private void sign(
      List<Tree> trees, long last, Instant now, CheckpointTable table, Connection tx) {
    Map<Integer, CheckpointTable.Row> signed =
        table.ofRound(last).stream()
            .collect(Collectors.toMap(CheckpointTable.Row::tree, Function.identity()));
    var grown =
        trees.stream()
            .filter(tree -> grown(tree, signed.get(tree.id())))
            .filter(tree -> goesOn(tree, signed.get(tree.id()), tx))
            .toList();
    if (grown.isEmpty()) return;
    table.begin(last + 1, now);
    for (Tree tree : grown) {
      var checkpoint = new Checkpoint(tree.origin(), tree.size(), root(tree, tree.size(), tx));
      table.keep(tree.id(), tree.size(), last + 1, key.sign(checkpoint).toString(), now);
    }
  }

  private static boolean grown(Tree tree, CheckpointTable.Row last) {
    return tree.size() > (last == null ? 0 : last.size());
  }

  /** A fork must not be signed: who altered a hash would have it sealed with the log's own key. */
  private boolean goesOn(Tree tree, CheckpointTable.Row last, Connection tx) {
    if (last == null) return true;
    byte[] signed = Checkpoint.of(SignedNote.parse(last.note())).root();
    boolean same = Arrays.equals(signed, root(tree, last.size(), tx));
    String otherwise =
        "its first %d leaves have another root than was signed; nothing of it is signed until they have that root again"
            .formatted(last.size());
    findings.keep("the tree " + tree.origin(), same ? null : otherwise);
    return same;
  }

  private static byte[] root(Tree tree, long size, Connection tx) {
    return new MerkleTree(new Tiles(tree.id(), tx), size).root();
  }
}
