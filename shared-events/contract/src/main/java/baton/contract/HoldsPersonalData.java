package baton.contract;

/**
 * An event with a sealed part, which is always its last component. {@code sealed()} may be null
 * where nothing personal was given.
 *
 * @param <T> what is in the box
 * @param <E> the event itself
 */
public interface HoldsPersonalData<T, E> {
  Sealed<T> sealed();

  /** The same event with its personal data in another state: open, or in a box. */
  E withSealed(Sealed<T> sealed);
}
