package baton.escalation.proof;

import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.sql.Page;
import baton.platform.sql.Sql;
import baton.proof.MerkleTree;
import baton.proof.ProofLine;
import baton.proof.ProofLine.Consistency;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import baton.proof.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a slice of the archive tree by tree, leaf by leaf, page by page, each page in a transaction
 * of its own, so that none waits for whoever consumes it.
 */
@ApplicationScoped
class Export {
  private static final Logger LOG = LoggerFactory.getLogger(Export.class);
  private static final int PAGE = 500;

  private final Transactions transactions;

  Export(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes what there is to be told, in order. */
  interface Sink<X extends Exception> {
    /**
     * @param value the event's bytes
     */
    void event(Entry entry, byte[] value) throws X;
  }

  /** The trees and how far they go, in the order of the export. */
  List<CheckpointTable.Row> trees(ExportQuery query) {
    return transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          if (query.force() != null) begin(query, ForceSlices.on(tx));
          return CheckpointTable.on(tx).exportable(query.round());
        });
  }

  /**
   * What names a round goes on with an export that was begun, or with the other one of its files.
   */
  private static void begin(ExportQuery query, ForceSlices slices) {
    if (!query.goesOn()) slices.make(query.round(), query.force());
    else if (!slices.known(query.round(), query.force()))
      throw Problems.of(
          410,
          "slice-forgotten",
          "Gone",
          "Which referrals concerned force %s is remembered for two days from the first request for round %d, and is forgotten; export anew, to new files and without round and after"
              .formatted(query.force(), query.round()));
  }

  Manifest manifest(ExportQuery query, List<CheckpointTable.Row> trees) {
    var slice =
        new Slice(
            Objects.toString(query.referral(), null),
            Objects.toString(query.force(), null),
            Objects.toString(query.from(), null),
            Objects.toString(query.to(), null));
    return new Manifest(
        slice,
        query.round(),
        trees.stream()
            .map(row -> new ProofLine.Tree(row.topic(), row.topicId(), row.partition(), row.note()))
            .toList(),
        consistency(query, trees));
  }

  private List<Consistency> consistency(ExportQuery query, List<CheckpointTable.Row> trees) {
    return transactions.inTransaction(
        () -> {
          var proofs = new ArrayList<Consistency>();
          for (ExportPlace since : query.since())
            for (CheckpointTable.Row row : trees)
              if (since.isOf(row) && since.number() >= 0 && since.number() <= row.size())
                proofs.add(
                    new Consistency(
                        row.topicId(),
                        row.partition(),
                        since.number(),
                        new MerkleTree(new Tiles(row.tree(), transactions.connection()), row.size())
                            .consistency(since.number())));
          return proofs;
        });
  }

  /**
   * Every event behind the place that the query names.
   *
   * @param proofs whether the sink needs paths
   */
  <X extends Exception> void each(
      ExportQuery query, List<CheckpointTable.Row> trees, boolean proofs, Sink<X> sink) throws X {
    boolean begun = query.after() == null;
    for (CheckpointTable.Row tree : trees) {
      long after = -1;
      if (!begun && query.after().isOf(tree)) {
        begun = true;
        after = query.after().number();
      } else if (!begun) continue;
      tree(query, tree, after, proofs, sink);
    }
  }

  /**
   * @param last leaf of it or of the pages before, -1 for none
   * @param readTo place on the log up to which the archive was read, {@link #NOWHERE} at first
   * @param more whether there may be others behind that
   */
  record Leaves(List<Entry> entries, List<byte[]> values, long last, long readTo, boolean more) {
    private static final long NOWHERE = -1;

    /** What the first page comes behind. */
    static Leaves behind(long leaf) {
      return new Leaves(List.of(), List.of(), leaf, NOWHERE, true);
    }

    private Leaves end() {
      return new Leaves(List.of(), List.of(), last, readTo, false);
    }
  }

  private <X extends Exception> void tree(
      ExportQuery query, CheckpointTable.Row tree, long after, boolean proofs, Sink<X> sink)
      throws X {
    Leaves page = Leaves.behind(after);
    while (page.more()) {
      Leaves before = page;
      page = transactions.inTransaction(() -> page(query, tree, before, proofs));
      for (int i = 0; i < page.entries().size(); i++)
        sink.event(page.entries().get(i), page.values().get(i));
    }
  }

  /** The one behind another, in the transaction that is bound. */
  Leaves page(ExportQuery query, CheckpointTable.Row tree, Leaves before, boolean proofs) {
    Connection tx = transactions.connection();
    var tiles = new Tiles(tree.tree(), tx);
    requireSlice(query, ForceSlices.on(tx));
    if (tree.size() == 0 || before.last() >= tree.size() - 1) return before.end();
    long end = tiles.offset(tree.size() - 1);
    var found = archived(query, tree, placeBehind(before, tiles), end, Sql.on(tx, "the archive"));
    if (found.rows().isEmpty()) return before.end();
    var paths = new MerkleTree(tiles, tree.size());
    var entries = new ArrayList<Entry>();
    var values = new ArrayList<byte[]>();
    long last = before.last();
    for (Archived row : found.rows()) {
      Long index = tiles.index(row.offset()).orElse(null);
      if (index == null) {
        LOG.error("The archive has what no leaf was made of: {} at {}", tree.topic(), row.offset());
        continue;
      }
      List<byte[]> path = proofs ? paths.inclusion(index, last) : List.of();
      entries.add(
          new Entry(
              tree.topicId(),
              tree.partition(),
              index,
              row.offset(),
              row.event(),
              lines(row.value()),
              tiles.hash(0, index),
              path));
      values.add(row.value());
      last = index;
    }
    // By rows, not by leaves: what no leaf was made of must not come up again for ever.
    return new Leaves(entries, values, last, found.rows().getLast().offset(), found.more());
  }

  private static long placeBehind(Leaves before, Tiles tiles) {
    boolean first = before.readTo() == Leaves.NOWHERE;
    return first && before.last() >= 0 ? tiles.offset(before.last()) : before.readTo();
  }

  /** Cut off rather than ended as if that were all. */
  private static void requireSlice(ExportQuery query, ForceSlices slices) {
    if (query.force() != null && !slices.known(query.round(), query.force()))
      throw new IllegalStateException(
          "an export of force %s has taken longer than its slice is remembered"
              .formatted(query.force()));
  }

  private record Archived(long offset, String event, byte[] value) {}

  private static Page<Archived> archived(
      ExportQuery query, CheckpointTable.Row tree, long after, long last, Sql sql) {
    var select =
        new StringBuilder(
            "select log_offset, event_id, value from archived_event"
                + " where topic_id = ? and partition = ? and log_offset > ? and log_offset <= ?");
    var values = new ArrayList<Object>(List.of(tree.topicId(), tree.partition(), after, last));
    if (query.referral() != null) {
      select.append(" and referral = ?");
      values.add(query.referral());
    }
    if (query.force() != null) {
      select.append(
          " and referral in (select referral from export_slice_referral"
              + " where round = ? and force = ?)");
      values.addAll(List.of(query.round(), query.force()));
    }
    if (query.from() != null) {
      select.append(" and recorded_time >= ?");
      values.add(query.from());
    }
    if (query.to() != null) {
      select.append(" and recorded_time < ?");
      values.add(query.to());
    }
    return sql.page(
        select.toString(),
        "log_offset",
        PAGE,
        row ->
            new Archived(
                row.getLong("log_offset"), row.getString("event_id"), row.getBytes("value")),
        values.toArray());
  }

  private static int lines(byte[] value) {
    int lines = 1;
    for (byte each : value) if (each == '\n') lines++;
    return lines;
  }
}
