package baton.escalation.clockkeeper;

import baton.escalation.alarms.AlarmTable;
import baton.escalation.ladder.Climbs;
import baton.escalation.ladder.Ladder;
import baton.escalation.ladder.Placing;
import baton.escalation.notices.Digests;
import baton.escalation.watching.AlarmLooks;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The part of a look that is about telling: what was raised is placed, what nobody dealt with
 * climbs. One instance at a time works on a partition, under the lock that the judging takes, so
 * that nothing is resolved and climbs at once. Called by one thread.
 */
@ApplicationScoped
public class LadderLook {
  private static final int CHUNK = 500;

  private final AxonJournal journal;
  private final Transactions transactions;
  private final Horizons horizons;
  private final Placing placing;
  private final Climbs climbs;
  private final AlarmLooks alarms;
  private final Digests digests;

  public LadderLook(
      AxonJournal journal,
      Transactions transactions,
      Horizons horizons,
      Placing placing,
      Climbs climbs,
      AlarmLooks alarms,
      Digests digests) {
    this.journal = journal;
    this.transactions = transactions;
    this.horizons = horizons;
    this.placing = placing;
    this.climbs = climbs;
    this.alarms = alarms;
    this.digests = digests;
  }

  void look(List<Integer> partitions) {
    for (int partition : transactions.inTransaction(() -> unplaced(partitions)))
      inChunks(AlarmTable::lockToGroup, partition, tx -> placing.place(partition, CHUNK, tx));
    for (int partition : transactions.inTransaction(() -> climbing(partitions)))
      inChunks(
          AlarmTable::lockToJudge,
          partition,
          tx -> climbs.take(partition, known(partition), CHUNK, tx));
    alarms(partitions);
    Instant known = known(partitions);
    if (digests.due(known)) transactions.inTransaction(() -> composed(known));
  }

  private void alarms(Collection<Integer> partitions) {
    Instant certain = stored(horizons.everywhere(partitions).certain());
    Instant presumed = known(partitions);
    boolean more =
        transactions.inTransaction(() -> alarms.due(certain, presumed, transactions.connection()));
    while (more)
      more =
          journal.inBatch(() -> alarms.keep(certain, presumed, CHUNK, transactions.connection()));
  }

  private boolean composed(Instant known) {
    digests.compose(known, transactions.connection());
    return true;
  }

  /** The partitions in which something is left to be told. */
  Collection<Integer> open(Collection<Integer> partitions, Connection connection) {
    Instant certain = stored(horizons.everywhere(partitions).certain());
    if (alarms.due(certain, known(partitions), connection)) return partitions;
    List<Integer> unplaced = Ladder.unplaced(connection);
    return unplaced.isEmpty() ? climbing(partitions) : unplaced;
  }

  /**
   * To when a stepped clock may go for the next rung to be told: steps of hours do for limits of
   * hours, or a demonstration of months would stop at every single one. What is behind the horizon
   * and waits for a silent writer comes by itself: no step leads to it.
   */
  Optional<Instant> next(Collection<Integer> partitions, Connection connection) {
    return Stream.of(Ladder.next(connection), alarms.next(known(partitions), connection))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .map(LadderLook::fullHour);
  }

  private static Instant fullHour(Instant due) {
    Instant hour = due.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(due) ? due : hour.plus(1, ChronoUnit.HOURS);
  }

  private List<Integer> unplaced(List<Integer> partitions) {
    return Ladder.unplaced(transactions.connection()).stream()
        .filter(partitions::contains)
        .toList();
  }

  private List<Integer> climbing(Collection<Integer> partitions) {
    List<Instant> known = partitions.stream().map(this::known).toList();
    return Ladder.due(List.copyOf(partitions), known, transactions.connection());
  }

  private Instant known(int partition) {
    return stored(horizons.of(partition).presumed());
  }

  /** An alarm's referrals may lie in every partition. */
  private Instant known(Collection<Integer> partitions) {
    return stored(horizons.everywhere(partitions).presumed());
  }

  /** PostgreSQL has no time as early as {@link Instant#MIN}. */
  private static Instant stored(Instant instant) {
    return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
  }

  /** One chunk; says how many it found. */
  @FunctionalInterface
  private interface Work {
    int on(Connection tx) throws SQLException;
  }

  private void inChunks(Consumer<AlarmTable> lock, int partition, Work work) {
    boolean more = true;
    while (more) more = journal.inBatch(() -> chunk(lock, partition, work)) >= CHUNK;
  }

  private int chunk(Consumer<AlarmTable> lock, int partition, Work work) throws SQLException {
    Connection tx = transactions.connection();
    lock.accept(AlarmTable.on(tx));
    JudgementTable.on(tx).lock(List.of(partition));
    return work.on(tx);
  }
}
