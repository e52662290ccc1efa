package baton.escalation.clockkeeper;

import static java.util.stream.Collectors.toMap;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.blindness.Watch;
import baton.horizon.Horizon;
import baton.horizon.Look;
import baton.horizon.Look.LogState;
import baton.horizon.Look.Lookout;
import baton.horizon.Place;
import baton.horizon.Writer;
import baton.journal.clock.BusinessClock;
import baton.journal.envelope.Topics;
import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderProgress;
import baton.journal.reader.ReaderProgress.PartitionProgress;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Looks, again and again: how far the log is known, who is silent, and what has fallen due. Works
 * in chunks, each one transaction and one append, so that thousands of deadlines of one hour take
 * seconds. Called by one thread.
 */
@ApplicationScoped
public class Clockkeeper implements Lookout {
  private static final int CHUNK = 500;

  private final LogReader reader;
  private final AxonJournal journal;
  private final Transactions transactions;
  private final BusinessClock clock;
  private final CustodyBoard board;
  private final Watch watch;
  private final Horizons horizons;
  private final Referee referee;
  private final ParkedHere parkedHere;
  private final Gaps gaps;
  private final LadderLook ladder;
  private final LastLook lastLook;

  private Horizon kept = Horizon.NOTHING;

  public Clockkeeper(
      LogReader reader,
      AxonJournal journal,
      Transactions transactions,
      BusinessClock clock,
      CustodyBoard board,
      Watch watch,
      Horizons horizons,
      Referee referee,
      ParkedHere parkedHere,
      Gaps gaps,
      LadderLook ladder,
      LastLook lastLook) {
    this.reader = reader;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    this.board = board;
    this.watch = watch;
    this.horizons = horizons;
    this.referee = referee;
    this.parkedHere = parkedHere;
    this.gaps = gaps;
    this.ladder = ladder;
    this.lastLook = lastLook;
  }

  /** One look. */
  public void look() {
    Look look = Look.by(this);
    horizons.take(look);
    List<Integer> partitions = partitions(look);
    due(partitions).forEach(this::judge);
    journal.inBatch(() -> parkedHere.raise(transactions.connection()));
    gaps.keep();
    ladder.look(partitions);
    Horizon reached = horizons.everywhere(partitions);
    // Limits are judged as far as the referrals are known; that all is known is said of all of it.
    Horizon everything = horizons.ofRecord(look.positions().keySet());
    keep(new Horizon(everything.certain(), reached.presumed()));
    lastLook.at(reached);
  }

  @Override
  public Instant time() {
    return clock.instant();
  }

  @Override
  public List<Writer> writers() {
    return watch.keep();
  }

  @Override
  public LogState log() {
    ReaderProgress progress = reader.progress();
    return new LogState(
        places(progress, PartitionProgress::end), places(progress, PartitionProgress::position));
  }

  private static List<Integer> partitions(Look look) {
    return look.positions().keySet().stream()
        .filter(place -> place.topic().equals(Topics.REFERRALS))
        .map(Place::partition)
        .sorted()
        .toList();
  }

  static boolean isOfReferrals(PartitionProgress partition) {
    return partition.topic().equals(Topics.REFERRALS);
  }

  private List<Integer> due(List<Integer> partitions) {
    return transactions.inTransaction(
        () -> JudgementTable.on(transactions.connection()).due(horizons.of(partitions)));
  }

  private void judge(int partition) {
    boolean more = true;
    while (more) more = journal.inBatch(() -> judgeChunk(partition));
  }

  private boolean judgeChunk(int partition) throws SQLException {
    Connection tx = transactions.connection();
    referee.lock(List.of(partition), tx);
    List<ReferralId> due = JudgementTable.on(tx).due(partition, horizons.of(partition), CHUNK);
    var states = new HashMap<ReferralId, Custody>();
    // A row that the board has lost is the sweep's to name; here it must only not come up for ever.
    for (ReferralId referral : due) states.put(referral, Custody.none(referral));
    if (!due.isEmpty()) states.putAll(board.find(due, tx));
    referee.judge(states, due.stream().collect(toMap(Function.identity(), r -> partition)), tx);
    return due.size() >= CHUNK;
  }

  private void keep(Horizon reached) {
    if (reached.equals(kept) || reached.certain().isBefore(Instant.EPOCH)) return;
    kept = transactions.inTransaction(() -> KnownTo.keep(reached, transactions.connection()));
  }

  private static Map<Place, Long> places(
      ReaderProgress progress, ToLongFunction<PartitionProgress> offset) {
    return progress.partitions().stream()
        .collect(toMap(each -> new Place(each.topic(), each.partition()), offset::applyAsLong));
  }
}
