package baton.custody;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.intake.ReferralReceived;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
 * @param providerReportedAt when the provider reported it, or null
 * @param localReferences under which the forces' own systems know it
 */
public record Particulars(
    OrganisationCode agency,
    String reference,
    BatchId batch,
    OrganisationCode force,
    boolean actionable,
    Instant suspectNamedAt,
    Instant receivedAt,
    Instant providerReportedAt,
    List<LocalReference> localReferences) {
  static final Particulars NONE =
      new Particulars(null, null, null, null, false, null, null, null, List.of());

  /** One force's own reference in one of its systems. */
  public record LocalReference(OrganisationCode force, String system, String reference) {}

  /** What was stored before references were kept has none. */
  public Particulars {
    localReferences = localReferences == null ? List.of() : List.copyOf(localReferences);
  }

  public boolean suspectNamed() {
    return suspectNamedAt != null;
  }

  Particulars received(ReferralReceived e, Instant at) {
    return new Particulars(
        e.agency(),
        e.reference(),
        e.batch(),
        force,
        e.actionable(),
        named(e.suspectNamed(), at),
        at,
        e.providerReportedAt(),
        localReferences);
  }

  Particulars amended(boolean isActionable, boolean isSuspectNamed, Instant at) {
    return new Particulars(
        agency,
        reference,
        batch,
        force,
        isActionable,
        named(isSuspectNamed, at),
        receivedAt,
        providerReportedAt,
        localReferences);
  }

  Particulars withForce(OrganisationCode determined) {
    return new Particulars(
        agency,
        reference,
        batch,
        determined,
        actionable,
        suspectNamedAt,
        receivedAt,
        providerReportedAt,
        localReferences);
  }

  /** Really received before Baton had it. */
  Particulars receivedOn(Instant really) {
    return new Particulars(
        agency,
        reference,
        batch,
        force,
        actionable,
        suspectNamedAt,
        really,
        providerReportedAt,
        localReferences);
  }

  /** The newest of each system counts. */
  Particulars known(LocalReference as) {
    var others =
        localReferences.stream()
            .filter(r -> !r.force().equals(as.force()) || !r.system().equals(as.system()));
    return new Particulars(
        agency,
        reference,
        batch,
        force,
        actionable,
        suspectNamedAt,
        receivedAt,
        providerReportedAt,
        Stream.concat(others, Stream.of(as)).toList());
  }

  /** A suspect who was named once is not unknown again. */
  private Instant named(boolean isSuspectNamed, Instant at) {
    return suspectNamedAt == null && isSuspectNamed ? at : suspectNamedAt;
  }
}
