package baton.escalation.proof;

import baton.contract.EventId;
import baton.escalation.proof.model.LeafWalk;
import baton.escalation.proof.model.LeafWalk.Difference;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.proof.TreeHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the log again and compares each record with the leaf that was made of it when it was first
 * read. What was altered on the log since is named: the live reader reads a record once and would
 * not see it.
 */
@ApplicationScoped
class LogComparer {
  private static final String ID_AT =
      "select event_id from archived_event where topic_id = ? and partition = ? and log_offset = ?";

  private final Transactions transactions;
  private final AlteredFindings findings;

  LogComparer(Transactions transactions, AlteredFindings findings) {
    this.transactions = transactions;
    this.findings = findings;
  }

  /** Takes the records of a partition one by one; false ends the reading. */
  @FunctionalInterface
  interface Taker {
    boolean take(long offset, byte[] value);
  }

  /** Where records come from. */
  @FunctionalInterface
  interface Log {
    /** Those of a tree's partition from the first one to where the tree ends. */
    void read(Tree tree, Taker taker);
  }

  /** The trees of the topics that are there. */
  List<Tree> trees() {
    return transactions.inTransaction(() -> TreeTable.on(transactions.connection()).current());
  }

  /** The first record that is not what it was; kept as a finding, which ends when there is none. */
  Optional<Difference> compare(Tree tree, Log log) {
    Optional<Difference> found = first(tree, log);
    findings.keep(tree.origin(), found.map(each -> sentence(tree, each)).orElse(null));
    return found;
  }

  private Optional<Difference> first(Tree tree, Log log) {
    var walk = new LeafWalk(new LeafPages(transactions, tree), this::isLeaf);
    var found = new Difference[1];
    log.read(
        tree,
        (offset, value) -> {
          found[0] = walk.record(offset, value).orElse(null);
          return found[0] == null;
        });
    return found[0] == null ? walk.end() : Optional.of(found[0]);
  }

  /** Whether the archive has exactly this: then the log repeats it. */
  private boolean isLeaf(byte[] value) {
    try {
      EventId id = EventId.of(Envelope.parse(value).id());
      return transactions.inTransaction(
          () ->
              Sql.on(transactions.connection(), "the archive")
                  .find(
                      "select sha256('\\x00'::bytea || value) from archived_event where event_id ="
                          + " ?",
                      row -> row.getBytes(1),
                      id)
                  .filter(leaf -> Arrays.equals(leaf, TreeHash.leaf(value)))
                  .isPresent());
    } catch (UnreadableEvent | IllegalArgumentException noEvent) {
      return false;
    }
  }

  private Optional<EventId> event(Tree tree, long offset) {
    return transactions.inTransaction(() -> eventAt(tree, offset));
  }

  private Optional<EventId> eventAt(Tree tree, long offset) {
    return Sql.on(transactions.connection(), "the archive")
        .list(
            ID_AT,
            row -> Optional.ofNullable(row.getObject(1, UUID.class)),
            tree.topicId(),
            tree.partition(),
            offset)
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(EventId::new);
  }

  private String sentence(Tree tree, Difference found) {
    String event = event(tree, found.offset()).map(EventId::toString).orElse("of no id");
    String place = "%s-%d@%d".formatted(tree.topic(), tree.partition(), found.offset());
    return switch (found.kind()) {
      case MISSING -> "the log has lost event %s, which stood at %s".formatted(event, place);
      case CHANGED -> "the log has other bytes at %s than event %s had".formatted(place, event);
      case ADDED -> "the log has a record at %s that was not there".formatted(place);
    };
  }
}
