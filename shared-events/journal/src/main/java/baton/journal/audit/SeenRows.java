package baton.journal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rows of the store were seen on the log: one bit each, so that ten million events are a
 * little more than a megabyte. What follows each other in the store is in one block, and stands
 * together on the log, too.
 */
final class SeenRows {
  private static final int BLOCK = 1 << 15;

  private static final String KEEP =
      """
      insert into store_audit_seen (block, bits) values (?, ?)
      on conflict (block) do update set bits = excluded.bits
      """;

  private final Connection connection;
  private final Map<Long, BitSet> blocks = new TreeMap<>();

  private SeenRows(Connection connection) {
    this.connection = connection;
  }

  /** What is known of these rows, by global index. */
  static SeenRows of(Collection<Long> rows, Connection connection) throws SQLException {
    var seen = new SeenRows(connection);
    Set<Long> wanted = new TreeSet<>();
    for (long row : rows) wanted.add(row / BLOCK);
    String sql = "select block, bits from store_audit_seen where block = any (?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("int8", wanted.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) seen.blocks.put(row.getLong(1), BitSet.valueOf(row.getBytes(2)));
      }
    }
    return seen;
  }

  static void forget(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from store_audit_seen")) {
      delete.executeUpdate();
    }
  }

  boolean contains(long row) {
    BitSet bits = blocks.get(row / BLOCK);
    return bits != null && bits.get((int) (row % BLOCK));
  }

  void add(Collection<Long> rows) throws SQLException {
    for (long row : rows)
      blocks.computeIfAbsent(row / BLOCK, block -> new BitSet()).set((int) (row % BLOCK));
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      for (var block : blocks.entrySet()) {
        keep.setLong(1, block.getKey());
        keep.setBytes(2, block.getValue().toByteArray());
        keep.addBatch();
      }
      keep.executeBatch();
    }
  }
}
