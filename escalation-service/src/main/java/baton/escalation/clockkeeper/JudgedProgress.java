package baton.escalation.clockkeeper;

import baton.escalation.policy.PolicyWork;
import baton.horizon.Place;
import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderProgress;
import baton.journal.reader.ReaderProgress.PartitionProgress;
import baton.journal.relay.Relay;
import baton.journal.store.Transactions;
import baton.platform.ProgressDetails;
import baton.platform.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the driver of a stepped clock waits for in this service: everything due by now is judged and
 * what came of it is published. And where to it may step: before {@code nextDue} nothing can become
 * a finding, unless an event arrives.
 */
@ApplicationScoped
class JudgedProgress implements ProgressDetails {
  private final Transactions transactions;
  private final Horizons horizons;
  private final BusinessClock clock;
  private final LogReader reader;
  private final Relay relay;
  private final PolicyWork policyWork;
  private final LadderLook ladder;
  private final ReadOnly readOnly;

  JudgedProgress(
      Transactions transactions,
      Horizons horizons,
      BusinessClock clock,
      LogReader reader,
      Relay relay,
      PolicyWork policyWork,
      LadderLook ladder,
      ReadOnly readOnly) {
    this.transactions = transactions;
    this.horizons = horizons;
    this.clock = clock;
    this.reader = reader;
    this.relay = relay;
    this.policyWork = policyWork;
    this.ladder = ladder;
    this.readOnly = readOnly;
  }

  @Override
  public Map<String, Object> details() {
    if (readOnly.holds()) return Map.of("idle", !policyWork.pending() && reader.progress().idle());
    Instant now = clock.instant();
    ReaderProgress read = reader.progress();
    List<Integer> partitions = partitions(read);
    Instant judgedTo = horizons.ofRecord(places(read)).presumed();
    Left left = transactions.inTransaction(() -> left(partitions));
    boolean judged = !policyWork.pending() && !judgedTo.isBefore(now) && left.judgeable().isEmpty();
    var details = new HashMap<String, Object>();
    // In this order: what was judged by now is in the store, and counts in what follows.
    details.put("idle", judged && relay.progress().idle() && reader.progress().idle());
    if (judgedTo.isAfter(Instant.EPOCH)) details.put("judgedTo", judgedTo);
    // The due itself is still in time: the finding arises with the next microsecond.
    left.nextDue().ifPresent(due -> details.put("nextDue", due.plus(1, ChronoUnit.MICROS)));
    return details;
  }

  /**
   * @param judgeable partitions in which something can be judged and is not yet
   */
  private record Left(List<Integer> judgeable, Optional<Instant> nextDue) {}

  private Left left(List<Integer> partitions) {
    var table = JudgementTable.on(transactions.connection());
    var judgeable = new HashSet<>(table.due(horizons.of(partitions)));
    judgeable.addAll(ladder.open(partitions, transactions.connection()));
    Optional<Instant> next =
        Stream.of(table.nextDue(), ladder.next(partitions, transactions.connection()))
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    return new Left(List.copyOf(judgeable), next);
  }

  private static List<Place> places(ReaderProgress read) {
    return read.partitions().stream()
        .map(each -> new Place(each.topic(), each.partition()))
        .toList();
  }

  private static List<Integer> partitions(ReaderProgress read) {
    return read.partitions().stream()
        .filter(Clockkeeper::isOfReferrals)
        .map(PartitionProgress::partition)
        .toList();
  }
}
