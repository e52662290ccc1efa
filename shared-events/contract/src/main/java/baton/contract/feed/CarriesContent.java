package baton.contract.feed;

import baton.contract.EventId;
import baton.contract.allocation.SealedPackage;

/**
 * Comes with what the force needs to act: open where the reader may see it, and never stored so.
 */
public sealed interface CarriesContent permits Disseminated, StillOpen, Updated {
  /** Null where {@link #withheld} says why, and where there is none. */
  SealedPackage content();

  /** Null where the content is there, or there is none. */
  Withheld withheld();

  /** Under which it may be used (handling code C), where {@link #withheld} asks for them. */
  String conditions();

  /** Names these conditions where somebody acknowledges them; null where there are none. */
  EventId conditionsId();
}
