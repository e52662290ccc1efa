package baton.escalation.proof;

import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code proof_checkpoint}, on one transaction. */
final class CheckpointTable {
  private static final String SELECT =
      """
      select tree.topic, tree.topic_id, tree.partition, signed.tree, signed.size, signed.round,
        signed.note, signed.signed_at
      from proof_checkpoint signed join proof_tree tree on tree.id = signed.tree
      """;

  /** Of each tree the last one of a round or before. */
  private static final String OF_ROUND =
      """
      select tree.topic, tree.topic_id, tree.partition, tree.id as tree, signed.size, signed.round,
        signed.note, signed.signed_at
      from proof_tree tree, lateral (
        select * from proof_checkpoint each where each.tree = tree.id and each.round <= ?
        order by each.round desc limit 1) signed
      order by tree.topic desc, tree.id, tree.partition
      """;

  private final Sql sql;

  private CheckpointTable(Sql sql) {
    this.sql = sql;
  }

  static CheckpointTable on(Connection connection) {
    return new CheckpointTable(Sql.on(connection, "the checkpoints"));
  }

  /**
   * One signed checkpoint.
   *
   * @param tree its row
   * @param note with all signatures
   */
  record Row(
      String topic,
      String topicId,
      int partition,
      int tree,
      long size,
      long round,
      String note,
      Instant signedAt) {}

  /** The last time of signing; 0 before the first. */
  long lastRound() {
    return sql.find("select coalesce(max(round), 0) from proof_round", row -> row.getLong(1))
        .orElseThrow();
  }

  Optional<Instant> signedAt(long round) {
    return sql.find(
        "select signed_at from proof_round where round = ?",
        row -> Sql.instant(row, "signed_at"),
        round);
  }

  List<Row> ofRound(long round) {
    return sql.list(OF_ROUND, CheckpointTable::row, round);
  }

  /**
   * @param size null for the last one
   */
  Optional<Row> find(String topicId, int partition, Long size) {
    return sql.find(
        SELECT
            + "where tree.topic_id = ? and tree.partition = ? and (?::bigint is null or signed.size"
            + " = ?) order by signed.size desc limit 1",
        CheckpointTable::row,
        topicId,
        partition,
        size,
        size);
  }

  /** The same as it is now, which nobody else changes before this transaction ends. */
  Row locked(Row row) {
    sql.find(
        "select from proof_checkpoint where tree = ? and size = ? for update",
        locked -> true,
        row.tree(),
        row.size());
    return find(row.topicId(), row.partition(), row.size()).orElseThrow();
  }

  /** Those of a round whose events are still archived at the places that they were signed at. */
  List<Row> exportable(long round) {
    return ofRound(round).stream()
        .filter(
            row ->
                sql.find(
                        "select from archived_event where topic_id = ? and partition = ? limit 1",
                        any -> true,
                        row.topicId(),
                        row.partition())
                    .isPresent())
        .toList();
  }

  void begin(long round, Instant now) {
    sql.update("insert into proof_round (round, signed_at) values (?, ?)", round, now);
  }

  void keep(int tree, long size, long round, String note, Instant now) {
    sql.update(
        "insert into proof_checkpoint (tree, size, round, note, signed_at) values (?, ?, ?, ?, ?)",
        tree,
        size,
        round,
        note,
        now);
  }

  /** With one more signature, which is published in its turn. */
  void replace(Row row, String note) {
    sql.update(
        "update proof_checkpoint set note = ?, published = false where tree = ? and size = ?",
        note,
        row.tree(),
        row.size());
  }

  List<Row> unpublished(int limit) {
    return sql.list(
        SELECT + "where not published order by signed.round, signed.tree limit ?",
        CheckpointTable::row,
        limit);
  }

  void published(Row row) {
    sql.update(
        "update proof_checkpoint set published = true where tree = ? and size = ? and note = ?",
        row.tree(),
        row.size(),
        row.note());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("topic"),
        row.getString("topic_id"),
        row.getInt("partition"),
        row.getInt("tree"),
        row.getLong("size"),
        row.getLong("round"),
        row.getString("note"),
        Sql.instant(row, "signed_at"));
  }
}
