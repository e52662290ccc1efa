package baton.custody;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.HandOff;
import baton.contract.escalation.ClockName;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every hand-off that was ever offered, oldest first. At most one of a kind is open. */
public record Offers(List<Offer> all) {
  static final Offers NONE = new Offers(List.of());

  public Offers {
    all = List.copyOf(all);
  }

  /** Those that nobody has answered. */
  public List<Offer> waiting() {
    return all.stream().filter(Offer::open).toList();
  }

  /** The one of this kind that nobody has answered, or null. */
  public Offer waiting(HandOff kind) {
    return Lists.first(all, o -> o.open() && o.kind() == kind);
  }

  /** The open offer of this kind and number, or null. */
  Offer open(HandOff kind, int number) {
    Offer waiting = waiting(kind);
    return waiting != null && waiting.number() == number ? waiting : null;
  }

  Offers offered(
      HandOff kind, int number, OrganisationCode organisation, PersonId person, Entry by) {
    var offer =
        new Offer(
            kind,
            number,
            organisation,
            person,
            by.recordedAt(),
            null,
            by.event(),
            Offer.State.OPEN,
            null);
    return closing(o -> o.kind() == kind, Offer.State.REPLACED, by).plus(offer);
  }

  /** The fold never refuses: who accepts what was not offered, or was closed, still has it. */
  Offers accepted(
      HandOff kind, int number, OrganisationCode organisation, PersonId person, Entry by) {
    Offers known =
        open(kind, number) == null ? offered(kind, number, organisation, person, by) : this;
    return known.closing(o -> o.matches(kind, number), Offer.State.ACCEPTED, by);
  }

  Offers closed(HandOff kind, int number, Offer.State state, Entry by) {
    return closing(o -> o.matches(kind, number), state, by);
  }

  Offers lapsed(HandOff kind, Entry by) {
    return closing(o -> o.kind() == kind, Offer.State.LAPSED, by);
  }

  Offers allLapsed(Entry by) {
    return closing(o -> true, Offer.State.LAPSED, by);
  }

  /** An open offer is due when the running clock of its hand-off is. */
  Offers following(Clocks clocks) {
    return each(
        o -> {
          Clock clock = o.open() ? clocks.running(clockOf(o.kind())) : null;
          return clock == null || clock.due().equals(o.due()) ? o : o.dueAt(clock.due());
        });
  }

  static ClockName clockOf(HandOff kind) {
    return switch (kind) {
      case ASSESSOR -> ClockName.ASSESSOR_NAMED;
      case FORCE -> ClockName.FORCE_ACCEPTS;
      case OFFICER -> ClockName.NAMED_OFFICER_ACCEPTS;
    };
  }

  private Offers closing(Predicate<Offer> which, Offer.State state, Entry by) {
    return each(o -> o.open() && which.test(o) ? o.closed(state, by.recordedAt()) : o);
  }

  private Offers each(UnaryOperator<Offer> change) {
    List<Offer> changed = Lists.each(all, change);
    return changed == all ? this : new Offers(changed);
  }

  private Offers plus(Offer offer) {
    return new Offers(Lists.plus(all, offer));
  }
}
