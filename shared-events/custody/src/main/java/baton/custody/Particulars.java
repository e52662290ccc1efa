package baton.custody;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import java.time.Instant;

/**
 * What is known of a referral without opening anything sealed.
 *
 * @param agency who sent it, or null before its receipt is known
 * @param reference the sender's own
 * @param batch the package it came in, or null
 * @param force whose it is, or null while that is not known
 * @param actionable false for an informational report
 * @param suspectNamedAt from when a suspect has been named, or null
 * @param receivedAt null before its receipt is known
 */
public record Particulars(
    OrganisationCode agency,
    String reference,
    BatchId batch,
    OrganisationCode force,
    boolean actionable,
    Instant suspectNamedAt,
    Instant receivedAt) {
  static final Particulars NONE = new Particulars(null, null, null, null, false, null, null);

  public boolean suspectNamed() {
    return suspectNamedAt != null;
  }

  Particulars received(
      OrganisationCode sender,
      String theirReference,
      BatchId inBatch,
      boolean isActionable,
      boolean isSuspectNamed,
      Instant at) {
    return new Particulars(
        sender, theirReference, inBatch, force, isActionable, named(isSuspectNamed, at), at);
  }

  Particulars amended(boolean isActionable, boolean isSuspectNamed, Instant at) {
    return new Particulars(
        agency, reference, batch, force, isActionable, named(isSuspectNamed, at), receivedAt);
  }

  Particulars withForce(OrganisationCode determined) {
    return new Particulars(
        agency, reference, batch, determined, actionable, suspectNamedAt, receivedAt);
  }

  /** A suspect who was named once is not unknown again. */
  private Instant named(boolean isSuspectNamed, Instant at) {
    return suspectNamedAt == null && isSuspectNamed ? at : suspectNamedAt;
  }
}
