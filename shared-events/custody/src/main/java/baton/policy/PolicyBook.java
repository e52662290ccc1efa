package baton.policy;

import static java.util.Objects.requireNonNull;

import baton.contract.BatonEvent;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.TimescalesAdopted;
import baton.policy.Deadline.Terms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every table, calendar and ladder that was ever adopted, and which of them counts at a moment. A
 * pure function of the register: whoever has read the same events, in whatever order, gets the same
 * answers. Source: design section 5, "Clocks".
 */
public final class PolicyBook {
  private final Timescales defaults;
  private final Ladder defaultLadder;
  private final Map<OrganisationCode, Succession<Timescales>> timescales;
  private final Map<OrganisationCode, Succession<Ladder>> ladders;
  private final Map<Nation, Succession<Calendar>> calendars;

  private PolicyBook(
      Timescales defaults,
      Ladder defaultLadder,
      Map<OrganisationCode, Succession<Timescales>> timescales,
      Map<OrganisationCode, Succession<Ladder>> ladders,
      Map<Nation, Succession<Calendar>> calendars) {
    this.defaults = defaults;
    this.defaultLadder = defaultLadder;
    this.timescales = timescales;
    this.ladders = ladders;
    this.calendars = calendars;
  }

  /**
   * Before anything is adopted.
   *
   * @param defaults a limit for every clock: they count where nobody has adopted another one
   */
  public static PolicyBook of(Timescales defaults, Ladder defaultLadder) {
    return new PolicyBook(
        defaults.complete(), requireNonNull(defaultLadder), Map.of(), Map.of(), Map.of());
  }

  /** What one more event makes of it. Total: other events and repeats change nothing. */
  public PolicyBook with(Recorded<? extends BatonEvent> recorded) {
    return switch (recorded.event()) {
      case TimescalesAdopted e ->
          new PolicyBook(
              defaults,
              defaultLadder,
              adding(timescales, e.organisation(), recorded, e.effectiveFrom(), Reading.table(e)),
              ladders,
              calendars);
      case LadderAdopted e ->
          new PolicyBook(
              defaults,
              defaultLadder,
              timescales,
              adding(ladders, e.organisation(), recorded, e.effectiveFrom(), Reading.ladder(e)),
              calendars);
      case CalendarAdopted e ->
          new PolicyBook(
              defaults,
              defaultLadder,
              timescales,
              ladders,
              adding(calendars, e.nation(), recorded, e.effectiveFrom(), Reading.calendar(e)));
      default -> this;
    };
  }

  /** From when on what an event adopts counts; empty where it adopts no policy. */
  public static Optional<Instant> countsFrom(BatonEvent event) {
    return switch (event) {
      case TimescalesAdopted e -> Optional.of(e.effectiveFrom());
      case LadderAdopted e -> Optional.of(e.effectiveFrom());
      case CalendarAdopted e -> Optional.of(e.effectiveFrom());
      default -> Optional.empty();
    };
  }

  /**
   * From when on this event makes a difference to deadlines: what was folded without it and was
   * recorded since then is to be folded anew. Empty where it makes none.
   */
  public Optional<Instant> changedBy(Recorded<? extends BatonEvent> recorded) {
    return switch (recorded.event()) {
      case TimescalesAdopted e when !knows(timescales, e.organisation(), recorded) -> {
        Timescales before =
            of(timescales, e.organisation()).valueAt(e.effectiveFrom()).orElse(defaults);
        yield changed(before.equals(Reading.table(e)), e.effectiveFrom());
      }
      case CalendarAdopted e when !knows(calendars, e.nation(), recorded) ->
          changed(
              calendar(e.nation(), e.effectiveFrom()).equals(Reading.calendar(e)),
              e.effectiveFrom());
      default -> Optional.empty();
    };
  }

  /**
   * Until when something is due that starts now.
   *
   * @param organisation whose timescales: of whoever has to act
   * @param started from when the time counts
   * @param asOf when the event that starts the clock was recorded: what is in force then counts
   */
  public Deadline due(
      ClockName clock,
      Urgency urgency,
      OrganisationCode organisation,
      Instant started,
      Instant asOf) {
    return deadline(
        inForce(clock, organisation, asOf), clock, urgency, organisation, started, asOf);
  }

  /** The same limit for another urgency: what set a clock goes on setting it (R8). */
  public Deadline again(ClockName clock, Urgency urgency, Terms terms, Instant started) {
    Timescales table =
        versioned(terms.organisation(), terms.version(), clock)
            .or(() -> versioned(OrganisationCode.BATON, terms.version(), clock))
            .orElseGet(() -> inForce(clock, terms.organisation(), terms.asOf()));
    return deadline(table, clock, urgency, terms.organisation(), started, terms.asOf());
  }

  /**
   * By a version that somebody ordered; what it leaves out follows the defaults in force.
   *
   * @param asOf when the order was recorded
   * @return empty where no such version is known
   */
  public Optional<Deadline> recalculated(
      ClockName clock,
      Urgency urgency,
      OrganisationCode organisation,
      String version,
      Instant started,
      Instant asOf) {
    return of(timescales, organisation)
        .first(table -> table.version().equals(version))
        .map(table -> table.limits().containsKey(clock) ? table : defaults(clock, asOf))
        .map(table -> deadline(table, clock, urgency, organisation, started, asOf));
  }

  /** How long the rungs of an organisation have. */
  public Ladder ladder(OrganisationCode organisation, Instant at) {
    Ladder base =
        of(ladders, OrganisationCode.BATON)
            .valueAt(at)
            .map(adopted -> adopted.over(defaultLadder))
            .orElse(defaultLadder);
    return of(ladders, organisation).valueAt(at).map(adopted -> adopted.over(base)).orElse(base);
  }

  /** Whether a version of an organisation's timescales is in force, or was. */
  public boolean hasCounted(OrganisationCode organisation, String version, Instant now) {
    return of(timescales, organisation).all().stream()
        .anyMatch(each -> each.value().version().equals(version) && !each.from().isAfter(now));
  }

  /** The days on which an organisation works. */
  public Calendar calendar(OrganisationCode organisation, Instant at) {
    return calendar(Nations.of(organisation), at);
  }

  /** The table that the limit of a clock stands in: the organisation's own, or the defaults. */
  public Timescales inForce(ClockName clock, OrganisationCode organisation, Instant at) {
    return of(timescales, organisation)
        .valueAt(at)
        .filter(table -> table.limits().containsKey(clock))
        .orElseGet(() -> defaults(clock, at));
  }

  private Timescales defaults(ClockName clock, Instant at) {
    return of(timescales, OrganisationCode.BATON)
        .valueAt(at)
        .filter(table -> table.limits().containsKey(clock))
        .orElse(defaults);
  }

  private Optional<Timescales> versioned(
      OrganisationCode organisation, String version, ClockName clock) {
    return of(timescales, organisation)
        .first(table -> table.version().equals(version) && table.limits().containsKey(clock));
  }

  private Deadline deadline(
      Timescales table,
      ClockName clock,
      Urgency urgency,
      OrganisationCode organisation,
      Instant started,
      Instant asOf) {
    Limit limit = table.limits().get(clock).of(urgency);
    Instant due = limit.from(started, calendar(organisation, asOf));
    return new Deadline(due, new Terms(organisation, table.version(), asOf));
  }

  private Calendar calendar(Nation nation, Instant at) {
    return of(calendars, nation).valueAt(at).orElse(Calendar.WEEKENDS_ONLY);
  }

  private static Optional<Instant> changed(boolean same, Instant from) {
    return same ? Optional.empty() : Optional.of(from);
  }

  private static <K, T> boolean knows(
      Map<K, Succession<T>> all, K key, Recorded<? extends BatonEvent> recorded) {
    return of(all, key).all().stream().anyMatch(each -> each.by().equals(recorded.id()));
  }

  private static <K, T> Succession<T> of(Map<K, Succession<T>> all, K key) {
    return all.getOrDefault(key, Succession.empty());
  }

  private static <K, T> Map<K, Succession<T>> adding(
      Map<K, Succession<T>> all,
      K key,
      Recorded<? extends BatonEvent> recorded,
      Instant from,
      T value) {
    var more = new HashMap<>(all);
    more.put(
        key,
        of(all, key)
            .with(new Succession.Adopted<>(from, recorded.recordedTime(), recorded.id(), value)));
    return Map.copyOf(more);
  }
}
