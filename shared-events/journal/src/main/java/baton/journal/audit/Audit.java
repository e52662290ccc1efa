package baton.journal.audit;

import static java.util.stream.Collectors.toMap;

import baton.contract.journal.StoreAudited;
import baton.contract.journal.StoreDifference;
import baton.journal.relay.Position;
import baton.journal.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of an audit, each one short transaction with what it found and how far it got, so that
 * it goes on where it stopped: first the log, event by event, against the store; then the store,
 * row by row, against what was seen on the log.
 */
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final int ROWS = 2_000;

  private final AuditSettings settings;
  private final Transactions transactions;
  private final AuditStream stream;

  Audit(AuditSettings settings, Transactions transactions, AuditStream stream) {
    this.settings = settings;
    this.transactions = transactions;
    this.stream = stream;
  }

  /** The one that runs, or the last one; empty before the first. */
  Optional<Round> current() {
    return transactions.inTransaction(() -> table().read());
  }

  Round begin() {
    return transactions.inTransaction(() -> table().begin());
  }

  void abandon() {
    transactions.inTransaction(
        () -> {
          table().abandon();
          return null;
        });
  }

  /** How far each partition was compared; none before the log's ends were taken. */
  Map<TopicPartition, Place> places() {
    return byPartition(transactions.inTransaction(() -> table().places()));
  }

  Map<TopicPartition, Place> begin(List<Place> places) {
    transactions.inTransaction(
        () -> {
          table().keep(places);
          return null;
        });
    return byPartition(places);
  }

  /**
   * Compares a stretch of the log with the store.
   *
   * @param from where it goes on, as this instance knows it
   * @param to where it goes on afterwards, of the partitions that were read
   * @throws Overtaken if another instance has gone on meanwhile: nothing was done
   */
  Round compare(
      List<LogEvent> events, Map<TopicPartition, Place> from, Map<TopicPartition, Place> to) {
    return transactions.inTransaction(
        () -> {
          Round round = owned(table().read().orElse(null));
          if (!byPartition(table().places()).equals(from)) throw new Overtaken();
          var ids = new HashSet<String>();
          for (LogEvent event : events) ids.add(event.envelope().id());
          var found = Comparison.of(events, new StoreRows(connection(), settings.source()).of(ids));
          SeenRows.of(found.seen(), connection()).add(found.seen());
          table().keep(to.values());
          return kept(round, round.compared(events.size(), found.differences().size()), found);
        });
  }

  /**
   * Looks for the next rows of the store among those seen on the log.
   *
   * @return empty when all have been looked for
   */
  Optional<Round> walk() {
    return transactions.inTransaction(
        () -> {
          Round round = owned(table().read().orElse(null));
          var rows =
              new StoreRows(connection(), settings.source())
                  .between(round.walked(), round.upTo(), ROWS);
          if (rows.isEmpty()) return Optional.empty();
          var missing = missing(rows, Set.copyOf(round.parked()));
          Position walked = rows.getLast().position();
          Round next = round.walked(walked, rows.size(), missing.size());
          return Optional.of(kept(round, next, new Comparison(missing, List.of())));
        });
  }

  Round end(Instant now) {
    return transactions.inTransaction(
        () -> {
          Round round = owned(table().read().orElse(null)).ended(now);
          stream.record(
              new StoreAudited(
                  settings.service(),
                  round.number(),
                  round.records(),
                  round.events(),
                  round.differences()));
          table().keep(round);
          SeenRows.forget(connection());
          return round;
        });
  }

  private List<Difference> missing(List<StoreRow> rows, Set<String> parked) throws SQLException {
    var indexes = rows.stream().map(row -> row.position().index()).toList();
    SeenRows seen = SeenRows.of(indexes, connection());
    return rows.stream()
        .filter(row -> !seen.contains(row.position().index()) && !parked.contains(row.key()))
        .map(
            row ->
                new Difference(
                    StoreDifference.NOT_ON_LOG, row.id(), row.stream(), row.sequence(), null))
        .toList();
  }

  /** The first difference of an audit goes on record at once, the others are counted. */
  private Round kept(Round before, Round after, Comparison found) throws SQLException {
    for (Difference each : found.differences()) LOG.warn("Store and log differ: {}", each);
    if (before.differences() == 0 && !found.differences().isEmpty())
      stream.record(found.differences().getFirst().of(settings.service(), before.number()));
    table().keep(after);
    return after;
  }

  private static Round owned(Round round) {
    if (round == null || !round.runs()) throw new Overtaken();
    return round;
  }

  private static Map<TopicPartition, Place> byPartition(List<Place> places) {
    return new HashMap<>(places.stream().collect(toMap(Place::partition, Function.identity())));
  }

  private AuditTable table() {
    return new AuditTable(connection());
  }

  private Connection connection() {
    return transactions.connection();
  }
}
