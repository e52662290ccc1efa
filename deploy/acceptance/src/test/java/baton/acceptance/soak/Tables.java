package baton.acceptance.soak;

import static java.util.stream.Collectors.toMap;

import baton.acceptance.Databases;
import java.sql.SQLException;
import java.util.Map;

/** How large what must not grow with time is, in the database of one service. */
record Tables(Databases databases) {
  /** Rows that are updated again and again: their tables must not keep what was there before. */
  private static final String UPDATED =
      """
      select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint / 1024 from pg_stat_user_tables
       where relname in ('quota', 'relay_cursor', 'relay_acked', 'log_checkpoint', 'business_clock', 'store_audit_place', 'known_to')\
      """;

  private static final String EACH =
      """
      select relname || '=' || pg_total_relation_size(relid) / 1024 from pg_stat_user_tables\
      """;

  long updatedKb(String database) throws SQLException {
    return Long.parseLong(databases.one(database, UPDATED));
  }

  /** Every table, with its indexes, in KB. */
  Map<String, Long> eachKb(String database) throws SQLException {
    return databases.texts(database, EACH).stream()
        .map(row -> row.split("="))
        .collect(toMap(row -> row[0], row -> Long.valueOf(row[1])));
  }
}
