package baton.simulation;

import baton.contract.ReferralId;
import baton.contract.journal.ParkingEvent;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.journal.envelope.Envelope;
import baton.journal.reader.LogRecord;
import baton.journal.relay.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The promises, held against everything that happens in the moment in which it happens. */
public final class Invariants {
  private final World world;
  private final Stories stories = new Stories();
  private final Map<String, Position> checked = new HashMap<>();
  private final Map<String, Long> applied = new HashMap<>();
  private final List<LogRecord> justApplied = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<TopicPartition, Instant> known = new HashMap<>();
  private final Map<ReferralId, Set<Finding.Cause>> confirmed = new HashMap<>();
  private final Set<String> effects = new HashSet<>();

  /** Keys that were parked somewhere: what is said of them may be incomplete, and says so. */
  private final Set<String> parked = new HashSet<>();

  private Violation first;

  Invariants(World world) {
    this.world = world;
  }

  /** The code under test may catch it: kept, so that the history ends all the same. */
  private Violation broken(String promise, String detail) {
    if (first == null) first = new Violation(promise, detail);
    return first;
  }

  void mustHold() {
    if (first != null) throw first;
  }

  public void parked(String key) {
    parked.add(key);
  }

  void committed(Store store, Row row) {
    Service service = world.service(store.source());
    if (row.position().compareTo(service.relayTables().cursor()) <= 0)
      throw broken(
          "the cursor never passes an unpublished event",
          row.name() + " is committed at " + row.position() + " behind the cursor");
    doneOnce(row);
    ReferralId referral = row.event().referral();
    if (referral == null) return;
    stories.committed(row);
    Instant certain = known.get(world.partition(row));
    if (certain != null && row.event().recordedTime().isBefore(certain))
      throw broken(
          "never green while blind",
          "%s, recorded at %s, comes when all up to %s was said to be known"
              .formatted(row.name(), row.event().recordedTime(), certain));
    confirmed.getOrDefault(referral, Set.of()).forEach(this::mustBeTrue);
  }

  private void doneOnce(Row row) {
    String cause = row.event().causationId();
    if (cause == null || row.event().event() instanceof ParkingEvent) return;
    if (!effects.add(row.envelope().source() + row.envelope().type() + cause))
      throw broken("each event is applied exactly once", row.name() + " is done twice");
  }

  void published(Log.Entry entry) {
    Envelope envelope = Envelope.parse(entry.value());
    Row row =
        world.service(envelope.source()).store().row(envelope.subject(), envelope.streamSequence());
    if (row == null || !Arrays.equals(row.bytes(), entry.value()))
      throw broken("only what is committed is published", Row.name(envelope));
    long next = stories.next(row);
    if (row.sequence() > next)
      throw broken("the log has each stream in order", row.name() + " comes before " + next);
    if (row.sequence() == next) stories.published(row);
  }

  Stories stories() {
    return stories;
  }

  public void cursorMoved(Service service, Position to) {
    Position from = checked.getOrDefault(service.source(), Position.START);
    if (to.compareTo(from) <= 0) return;
    for (Row row : service.store().rows().subMap(from, false, to, true).values())
      if (!stories.isPublished(row) && !service.relayTables().isParked(row.key()))
        throw broken(
            "the cursor never passes an unpublished event", row.name() + " at " + row.position());
    checked.put(service.source(), to);
  }

  void applied(Service service, LogRecord record) {
    Envelope envelope = record.envelope();
    String stream = service.name() + envelope.source() + envelope.subject();
    long last = applied.getOrDefault(stream, -1L);
    if (envelope.streamSequence() != last + 1)
      throw broken(
          "each event is applied exactly once, in the order of its stream",
          "%s applies %s after %d".formatted(service.name(), Row.name(envelope), last));
    applied.put(stream, last + 1);
    justApplied.add(record);
  }

  boolean isApplied(Service service, Envelope envelope) {
    String stream = service.name() + envelope.source() + envelope.subject();
    return applied.getOrDefault(stream, -1L) >= envelope.streamSequence();
  }

  public void checkpointMoved(
      Service service, TopicPartition partition, long stood, long from, long to) {
    if (stood != from)
      throw broken(
          "the checkpoint has one writer at a time",
          "%s moves %s from %d, it stood at %d".formatted(service.name(), partition, from, stood));
    afterCommit.add(() -> mustBeAccounted(service, partition, from, to));
  }

  private void mustBeAccounted(Service service, TopicPartition partition, long from, long to) {
    String topicId = world.log().topicId(partition.topic()).toString();
    for (long offset = from; offset < to; offset++) {
      Envelope envelope = Envelope.parse(world.log().read(partition).get((int) offset).value());
      if (!isApplied(service, envelope)
          && !service.kept().holds(topicId, partition.partition(), offset))
        throw broken(
            "the checkpoint never passes an unapplied record",
            "%s has not applied %s".formatted(service.name(), Row.name(envelope)));
    }
  }

  /** A transaction of a service is committed with all that it did. */
  void finished(Service service) {
    var checks = List.copyOf(afterCommit);
    afterCommit.clear();
    checks.forEach(Runnable::run);
    for (LogRecord record : justApplied)
      if (service.kept().isParkedBefore(record))
        throw broken("what follows a parked event waits", Row.name(record.envelope()) + " did not");
    justApplied.clear();
  }

  void held(Custody custody) {
    boolean known = custody.open() && custody.reading().stoppedBy() == null;
    // While its receipt is parked, all that is known of it is that it is parked.
    if (known && custody.custodian() == null && !parked.contains(custody.referral().toString()))
      throw broken("exactly one has it", "nobody has " + custody.referral());
  }

  /** The watcher says: everything recorded before that is known to me. */
  void known(Service watcher, TopicPartition partition, Instant certain) {
    Instant before = known.getOrDefault(partition, Instant.MIN);
    if (!certain.isAfter(before)) return;
    known.put(partition, certain);
    for (Row row : stories.committed())
      if (row.event().recordedTime().isBefore(certain)
          && world.partition(row).equals(partition)
          && !isApplied(watcher, row.envelope())
          && !parked.contains(row.key()))
        throw broken(
            "never green while blind",
            "%s, recorded at %s, is not read, but all up to %s is said to be known"
                .formatted(row.name(), row.event().recordedTime(), certain));
  }

  void confirmed(Finding.Cause cause) {
    confirmed.computeIfAbsent(cause.referral(), r -> new HashSet<>()).add(cause);
    mustBeTrue(cause);
  }

  private void mustBeTrue(Finding.Cause cause) {
    if (parked.contains(cause.referral().toString())) return;
    Clock clock =
        stories.fold(cause.referral()).clocks().startedBy(cause.clock(), cause.startedBy());
    if (clock == null || clock.endedInTime())
      throw broken(
          "a deadline is raised only if truly due",
          "%s of %s ended in time: %s".formatted(cause.clock(), cause.referral(), clock));
  }
}
