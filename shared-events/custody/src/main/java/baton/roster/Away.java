package baton.roster;

import baton.contract.allocation.Absence;
import baton.contract.allocation.RevertReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An unbroken stretch of absence; leave that follows sickness without a day between is one.
 *
 * @param suspended whether the person may not act at all at the moment asked about
 * @param until exclusive, or null while that is not known
 */
public record Away(boolean suspended, Instant since, Instant until) {

  /**
   * One absence as it was recorded. The same kind from the same instant is recorded again to change
   * its end; several may lie over each other.
   *
   * @param until exclusive, or null while that is not known
   */
  public record Period(Absence absence, Instant from, Instant until) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    boolean endsAfter(Instant at) {
      return until == null || until.isAfter(at);
    }
  }

  /**
   * Whether what the person has goes to somebody else (R4): at once while he or she is suspended;
   * for any other absence as soon as it is known to be longer than the limit, or has become so.
   *
   * @param at within this stretch
   */
  Optional<RevertReason> reverts(Instant at, Duration longest) {
    if (suspended) return Optional.of(RevertReason.SUSPENDED);
    Instant limit = since.plus(longest);
    boolean tooLong = until == null ? !at.isBefore(limit) : until.isAfter(limit);
    return tooLong ? Optional.of(RevertReason.LONG_ABSENCE) : Optional.empty();
  }

  /** The stretch that contains this instant; empty for somebody who is there then. */
  static Optional<Away> at(Instant at, Collection<Period> periods) {
    if (periods.stream().noneMatch(each -> each.contains(at))) return Optional.empty();
    boolean suspended =
        periods.stream().anyMatch(each -> each.absence() == Absence.SUSPENDED && each.contains(at));
    List<Period> inOrder = periods.stream().sorted(Comparator.comparing(Period::from)).toList();
    Instant since = null;
    Instant until = null;
    for (Period next : inOrder) {
      boolean joins = since != null && (until == null || !next.from().isAfter(until));
      if (joins) {
        until = later(until, next.until());
      } else if (since == null || !at.isBefore(until)) {
        since = next.from();
        until = next.until();
      }
    }
    return Optional.of(new Away(suspended, since, until));
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) return null;
    return one.isAfter(other) ? one : other;
  }
}
