package baton.allocation.feed.model;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.Sealed;

/**
 * Content as it stands on the log: closed, always.
 *
 * @param sealedBy the event in whose name it was sealed
 * @param key the id of its data key
 * @param box base64
 */
public record Content(Form form, EventId sealedBy, String key, String box) {
  /** What is in the box. */
  public enum Form {
    /** {@link baton.contract.allocation.SealedPackage}. */
    PACKAGE,
    /** {@link baton.contract.intake.ReferralDetails}. */
    DETAILS
  }

  public Content {
    requireNonNull(form);
    requireNonNull(sealedBy);
    requireNonNull(key);
    requireNonNull(box);
  }

  /**
   * @param sealed null gives null: nothing personal was said
   */
  public static Content of(Form form, EventId sealedBy, Sealed<?> sealed) {
    return sealed == null ? null : new Content(form, sealedBy, sealed.key(), sealed.box());
  }

  /** The box, for who opens it as what {@link #form} says. */
  public <T> Sealed<T> sealed() {
    return new Sealed<>(key, box, null);
  }
}
