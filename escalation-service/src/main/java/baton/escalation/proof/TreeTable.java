package baton.escalation.proof;

import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table {@code proof_tree} and what of the archive is to become leaves, on one transaction. */
final class TreeTable {
  /** One notary at a time, whatever instance it is of. */
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('baton.notary', 0))";

  /** Places that the archive has anything of, each found by one look into its index. */
  private static final String DISCOVER =
      """
      with recursive place as (
        (select topic_id, partition, topic from archived_event order by topic_id, partition limit 1)
        union all
        select next.topic_id, next.partition, next.topic from place, lateral (
          select topic_id, partition, topic from archived_event archived
          where (archived.topic_id, archived.partition) > (place.topic_id, place.partition)
          order by topic_id, partition limit 1) next)
      insert into proof_tree (topic, topic_id, partition)
      select topic, topic_id, partition from place
      where topic in ('baton.referrals', 'baton.register')
        and not exists (select from proof_tree known
          where known.topic_id = place.topic_id and known.partition = place.partition)
      order by topic desc, topic_id, partition
      on conflict do nothing
      """;

  /** A topic that was made anew is read no more: all that is archived of it is final. */
  private static final String READ_UP_TO =
      """
      select next_offset from log_checkpoint
      where topic = ? and partition = ? and topic_id = ?
      """;

  private static final String ROWS =
      """
      select log_offset, sha256('\\x00'::bytea || value) as leaf from archived_event
      where topic_id = ? and partition = ? and log_offset >= ? and log_offset < ?
      order by log_offset limit ?
      """;

  private static final String SELECT =
      "select id, topic, topic_id, partition, size, next_offset from proof_tree ";

  /** The register first, as every replay reads it. */
  private static final String ORDER = "order by topic desc, id, partition";

  private final Sql sql;

  private TreeTable(Sql sql) {
    this.sql = sql;
  }

  static TreeTable on(Connection connection) {
    return new TreeTable(Sql.on(connection, "the trees"));
  }

  /** False where another instance is at it. */
  boolean lock() {
    return sql.find(LOCK, row -> row.getBoolean(1)).orElseThrow();
  }

  void discover() {
    sql.update(DISCOVER);
  }

  List<Tree> all() {
    return sql.list(SELECT + ORDER, TreeTable::tree);
  }

  /** Those of the topics that are read now: one that was made anew has offsets of its own. */
  List<Tree> current() {
    return sql.list(
        SELECT
            + "where exists (select from log_checkpoint known where known.topic = proof_tree.topic"
            + " and known.partition = proof_tree.partition"
            + " and known.topic_id = proof_tree.topic_id) "
            + ORDER,
        TreeTable::tree);
  }

  /** Rows before this offset were committed with the reader's checkpoint: nothing comes between. */
  long readUpTo(Tree tree) {
    return sql.find(
            READ_UP_TO,
            row -> row.getLong("next_offset"),
            tree.topic(),
            tree.partition(),
            tree.topicId())
        .orElse(Long.MAX_VALUE);
  }

  /**
   * A row of the archive.
   *
   * @param leaf the hash that a leaf of it has
   */
  record Row(long offset, byte[] leaf) {}

  /** The next rows of the archive that are no leaves yet. */
  List<Row> after(Tree tree, long before, int limit) {
    return rows(tree, tree.nextOffset(), before, limit);
  }

  /** Rows of the archive, hashed where they lie. */
  List<Row> rows(Tree tree, long from, long before, int limit) {
    return sql.list(
        ROWS,
        row -> new Row(row.getLong("log_offset"), row.getBytes("leaf")),
        tree.topicId(),
        tree.partition(),
        from,
        before,
        limit);
  }

  void keep(Tree tree) {
    sql.update(
        "update proof_tree set size = ?, next_offset = ? where id = ?",
        tree.size(),
        tree.nextOffset(),
        tree.id());
  }

  private static Tree tree(ResultSet row) throws SQLException {
    return new Tree(
        row.getInt("id"),
        row.getString("topic"),
        row.getString("topic_id"),
        row.getInt("partition"),
        row.getLong("size"),
        row.getLong("next_offset"));
  }
}
