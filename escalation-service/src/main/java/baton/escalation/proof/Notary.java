package baton.escalation.proof;

import baton.escalation.platform.EscalationConfig;
import baton.journal.store.Transactions;
import baton.proof.Checkpoint;
import baton.proof.MerkleTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final Duration signEvery;

  @Inject
  Notary(Transactions transactions, SigningKey key, EscalationConfig config) {
    this(transactions, key, config.proof().signEvery());
  }

  Notary(Transactions transactions, SigningKey key, Duration signEvery) {
    this.transactions = transactions;
    this.key = key;
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
    Map<Integer, Long> signed =
        table.ofRound(last).stream()
            .collect(Collectors.toMap(CheckpointTable.Row::tree, CheckpointTable.Row::size));
    var grown =
        trees.stream().filter(tree -> tree.size() > signed.getOrDefault(tree.id(), 0L)).toList();
    if (grown.isEmpty()) return;
    table.begin(last + 1, now);
    for (Tree tree : grown) {
      byte[] root = new MerkleTree(new Tiles(tree.id(), tx), tree.size()).root();
      var checkpoint = new Checkpoint(tree.origin(), tree.size(), root);
      table.keep(tree.id(), tree.size(), last + 1, key.sign(checkpoint).toString(), now);
    }
  }
}
