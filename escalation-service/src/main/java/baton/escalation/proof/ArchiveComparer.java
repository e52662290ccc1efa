package baton.escalation.proof;

import baton.escalation.proof.TreeTable.Row;
import baton.escalation.proof.model.LeafWalk;
import baton.escalation.proof.model.LeafWalk.Difference;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Compares the rows of the archive with the leaves that were made of them. What was held by whom at
 * a moment is answered from these rows, and neither a sweep nor a comparison of the log looks at
 * them.
 */
@ApplicationScoped
class ArchiveComparer {
  private static final int PAGE = 500;

  private final Transactions transactions;
  private final AlteredFindings findings;

  ArchiveComparer(Transactions transactions, AlteredFindings findings) {
    this.transactions = transactions;
    this.findings = findings;
  }

  /** Of topics that were made anew as well: what is archived of them still answers. */
  List<Tree> trees() {
    return transactions.inTransaction(() -> TreeTable.on(transactions.connection()).all());
  }

  /**
   * The first row that is not what it was; kept as a finding, which ends when there is none.
   *
   * @param log where the id of an event stands whose row is gone
   */
  Optional<Difference> compare(Tree tree, LogComparer.Log log) {
    Optional<Difference> found = first(tree);
    findings.keep(
        "the archive of " + tree.origin(),
        found.map(each -> sentence(tree, each, log)).orElse(null));
    return found;
  }

  private Optional<Difference> first(Tree tree) {
    var walk = new LeafWalk(new LeafPages(transactions, tree), none -> false);
    long from = 0;
    List<Row> rows;
    do {
      long next = from;
      rows =
          transactions.inTransaction(
              () ->
                  TreeTable.on(transactions.connection())
                      .rows(tree, next, tree.nextOffset(), PAGE));
      for (Row row : rows) {
        Optional<Difference> found = walk.hashed(row.offset(), row.leaf());
        if (found.isPresent()) return found;
        from = row.offset() + 1;
      }
    } while (!rows.isEmpty());
    return walk.end();
  }

  private String sentence(Tree tree, Difference found, LogComparer.Log log) {
    String place = "%s-%d@%d".formatted(tree.topic(), tree.partition(), found.offset());
    String event = onLog(tree, found.offset(), log).orElse("of no id");
    return switch (found.kind()) {
      case MISSING -> "the archive has lost event %s of %s".formatted(event, place);
      case CHANGED -> "the archive has other bytes of event %s of %s".formatted(event, place);
      case ADDED -> "the archive has a row of %s that was not there".formatted(place);
    };
  }

  /** What the row itself says of it may be altered, too. */
  private static Optional<String> onLog(Tree tree, long offset, LogComparer.Log log) {
    var id = new String[1];
    log.read(
        tree,
        (at, value) -> {
          if (at == offset) id[0] = id(value);
          return at < offset;
        });
    return Optional.ofNullable(id[0]);
  }

  private static String id(byte[] value) {
    try {
      return Envelope.parse(value).id();
    } catch (UnreadableEvent noEvent) {
      return null;
    }
  }
}
