package baton.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The offers of one hand-off of one referral, oldest first, numbered from 1. At most one is open,
 * for a new offer replaces it. One past its limit is still open: it escalates and stays acceptable
 * (design section 5).
 *
 * @param <T> whom it is offered to: a person, a force
 */
public record NumberedOffers<T>(List<Offer<T>> all) {

  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /** A newer offer took its place. */
    REPLACED
  }

  public record Offer<T>(int number, T to, State state) {
    public boolean isOpen() {
      return state == State.OPEN;
    }

    private Offer<T> closed(State closed) {
      return new Offer<>(number, to, closed);
    }
  }

  public NumberedOffers {
    all = List.copyOf(all);
  }

  public static <T> NumberedOffers<T> none() {
    return new NumberedOffers<>(List.of());
  }

  public int nextNumber() {
    return all.size() + 1;
  }

  public Optional<Offer<T>> open() {
    return all.stream().filter(Offer::isOpen).findFirst();
  }

  public Optional<Offer<T>> numbered(int number) {
    return all.stream().filter(offer -> offer.number() == number).findFirst();
  }

  /** The newest offer that was made to this one, open or closed. */
  public Optional<Offer<T>> lastTo(T to) {
    return all.reversed().stream().filter(offer -> offer.to().equals(to)).findFirst();
  }

  /** A new offer, in place of the open one. */
  public NumberedOffers<T> offered(int number, T to) {
    Stream<Offer<T>> before = closing(Offer::isOpen, State.REPLACED);
    return new NumberedOffers<>(
        Stream.concat(before, Stream.of(new Offer<>(number, to, State.OPEN))).toList());
  }

  public NumberedOffers<T> closed(int number, State state) {
    return new NumberedOffers<>(closing(offer -> offer.number() == number, state).toList());
  }

  private Stream<Offer<T>> closing(Predicate<Offer<T>> which, State state) {
    return all.stream().map(offer -> which.test(offer) ? offer.closed(state) : offer);
  }
}
