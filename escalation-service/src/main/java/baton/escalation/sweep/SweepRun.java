package baton.escalation.sweep;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.escalation.sweep.SweepReport.State;
import baton.escalation.sweep.model.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One sweep while it runs: written by its thread, read by whoever asks how it stands. */
final class SweepRun {
  private final UUID id;
  private final Instant asAt;
  private final Instant completeTo;
  private final OrganisationCode force;
  private final Instant askedAt;
  private final String askedBy;
  private final SweepMemory.Plan memory;
  private volatile boolean unwanted;
  private volatile State state = State.WAITING;
  private volatile long startedNanos;
  private volatile long readNanos;
  private volatile long events;
  private volatile long total;
  private volatile long unreadable;
  private volatile long referrals;
  private volatile Map<FindingKind, Integer> findings = Map.of();
  private volatile Map<FindingKind, Integer> findingsOfForce;
  private volatile Set<ReferralId> waiting;
  private volatile Integer comparedBySummary;
  private volatile Integer differenceCount;
  private volatile List<Difference> differences = List.of();
  private volatile String reason;

  /**
   * @param completeTo of a past moment, how far it is known; else null
   * @param force whose findings are told apart, or null
   */
  SweepRun(
      UUID id,
      Instant asAt,
      Instant completeTo,
      OrganisationCode force,
      Instant askedAt,
      String askedBy,
      SweepMemory.Plan memory) {
    this.id = id;
    this.memory = memory;
    this.asAt = asAt;
    this.completeTo = completeTo;
    this.force = force;
    this.askedAt = askedAt;
    this.askedBy = askedBy;
  }

  UUID id() {
    return id;
  }

  Instant asAt() {
    return asAt;
  }

  OrganisationCode force() {
    return force;
  }

  State state() {
    return state;
  }

  long events() {
    return events;
  }

  void reads(long recordsToRead) {
    total = recordsToRead;
    startedNanos = System.nanoTime();
    state = State.READING;
  }

  void read(long records) {
    events = records;
    readNanos = System.nanoTime();
  }

  void found(long referralsFound, long unreadableRecords, Map<FindingKind, Integer> byKind) {
    referrals = referralsFound;
    unreadable = unreadableRecords;
    findings = byKind;
  }

  void foundOfForce(Map<FindingKind, Integer> byKind) {
    findingsOfForce = byKind;
  }

  void compares() {
    state = State.COMPARING;
  }

  /**
   * @param bySummary rows of which a summary was compared
   * @param listed the first of them
   */
  void compared(
      int bySummary, int count, List<Difference> listed, Set<ReferralId> referralsWaiting) {
    waiting = Set.copyOf(referralsWaiting);
    comparedBySummary = bySummary;
    differenceCount = count;
    differences = List.copyOf(listed);
  }

  /** Referrals that were not compared; null before the comparison. */
  Set<ReferralId> waiting() {
    return waiting;
  }

  SweepMemory.Plan memory() {
    return memory;
  }

  /** Nobody wants it any more: it ends as soon as it can. */
  void cancel() {
    unwanted = true;
  }

  boolean isScheduled() {
    return askedBy.equals(Sweeps.BY_SCHEDULE);
  }

  boolean isUnwanted() {
    return unwanted;
  }

  int differenceCount() {
    return differenceCount == null ? 0 : differenceCount;
  }

  List<Difference> differences() {
    return differences;
  }

  void cancelled() {
    state = State.CANCELLED;
  }

  void done() {
    state = State.DONE;
  }

  void failed(String why) {
    reason = why;
    state = State.FAILED;
  }

  SweepReport report() {
    State now = state;
    long rate = eventsPerSecond();
    long left = Math.max(0, total - events);
    return new SweepReport(
        id,
        now,
        asAt,
        completeTo,
        force,
        askedAt,
        askedBy,
        events,
        total,
        rate,
        now.over() || rate == 0 ? 0 : left / rate,
        unreadable,
        referrals,
        memory.neededBytes(),
        memory.size().bytesMax(),
        findings,
        findingsOfForce,
        waiting == null ? null : waiting.size(),
        comparedBySummary,
        differenceCount,
        differences,
        reason);
  }

  private long eventsPerSecond() {
    long nanos = readNanos - startedNanos;
    return events == 0 || nanos <= 0 ? 0 : events * Duration.ofSeconds(1).toNanos() / nanos;
  }
}
