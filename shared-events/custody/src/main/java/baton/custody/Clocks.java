package baton.custody;

import baton.contract.EventId;
import baton.contract.escalation.ClockName;
import baton.policy.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every clock that ever ran for a referral, oldest first. At most one of a name is running. */
public record Clocks(List<Clock> all) {
  static final Clocks NONE = new Clocks(List.of());

  public Clocks {
    all = List.copyOf(all);
  }

  /** Those neither met nor stopped, expired ones included. */
  public List<Clock> running() {
    return all.stream().filter(Clock::running).toList();
  }

  /** The running one of this name, or null. */
  public Clock running(ClockName name) {
    return Lists.first(all, c -> c.running() && c.name() == name);
  }

  /** The one of this name that this event started, or null. */
  public Clock startedBy(ClockName name, EventId event) {
    return Lists.first(all, c -> c.name() == name && c.startedBy().equals(event));
  }

  /** The newest of this name, running or not, or null. */
  Clock newest(ClockName name) {
    return Lists.last(all, c -> c.name() == name);
  }

  boolean ever(ClockName name) {
    return newest(name) != null;
  }

  /** Starts it, and stops one of the same name that still runs. */
  Clocks start(ClockName name, Entry by, Instant from, Deadline due) {
    Clocks others = stop(c -> c.name() == name, by);
    var clock = Clock.start(name, by, from, due);
    return new Clocks(Lists.plus(others.all, clock));
  }

  Clocks met(ClockName name, Entry by) {
    return met(name, by.recordedAt(), by);
  }

  /**
   * What was done before the clock started meets it at its start; nothing is done in the future.
   */
  Clocks met(ClockName name, Instant happened, Entry by) {
    return each(
        c -> {
          if (!c.running() || c.name() != name) return c;
          Instant known = happened.isAfter(by.recordedAt()) ? by.recordedAt() : happened;
          return c.met(known.isBefore(c.started()) ? c.started() : known, by);
        });
  }

  Clocks stopped(ClockName name, Entry by) {
    return stop(c -> c.name() == name, by);
  }

  /** Stops the clock that an offer started for itself, not one that ran before it. */
  Clocks stoppedWith(Offer offer, Entry by) {
    ClockName name = Offers.clockOf(offer.kind());
    return stop(c -> c.name() == name && c.startedBy().equals(offer.by()), by);
  }

  Clocks allStopped(Entry by) {
    return stop(c -> true, by);
  }

  /** Only the running one of this name changes. */
  Clocks change(ClockName name, UnaryOperator<Clock> change) {
    return each(c -> c.running() && c.name() == name ? change.apply(c) : c);
  }

  Clocks each(UnaryOperator<Clock> change) {
    List<Clock> changed = Lists.each(all, change);
    return changed == all ? this : new Clocks(changed);
  }

  private Clocks stop(Predicate<Clock> which, Entry by) {
    return each(c -> c.running() && which.test(c) ? c.stopped(by) : c);
  }
}
