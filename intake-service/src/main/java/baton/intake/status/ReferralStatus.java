package baton.intake.status;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.custody.Offer;
import baton.custody.Stage;
import baton.intake.progress.Progress;
import baton.platform.Freshness;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an agency is told of its referral: which organisation has it, never which person.
 *
 * @param custodian null once it is concluded
 * @param handOffs every offer so far, oldest first
 * @param nextDue null where nothing is due
 * @param outcome null while it is open
 * @param progress what was asked and told so far; left out of lists
 */
public record ReferralStatus(
    ReferralId referralId,
    String reference,
    String receiptNumber,
    Instant receivedAt,
    Stage stage,
    Holder custodian,
    List<HandOffTimes> handOffs,
    Due nextDue,
    Outcome outcome,
    @JsonInclude(JsonInclude.Include.NON_NULL) Progress progress,
    @JsonUnwrapped Freshness freshness) {

  public record Holder(OrganisationCode organisation) {}

  /**
   * @param acceptedAt null unless it was accepted
   * @param declinedAt null unless it was declined
   */
  public record HandOffTimes(
      OrganisationCode to, Instant offeredAt, Instant acceptedAt, Instant declinedAt) {
    static HandOffTimes of(Offer offer) {
      return new HandOffTimes(
          offer.organisation(),
          offer.offeredAt(),
          offer.state() == Offer.State.ACCEPTED ? offer.closedAt() : null,
          offer.state() == Offer.State.DECLINED ? offer.closedAt() : null);
    }
  }

  public record Due(ClockName clock, Instant due) {}

  /** Between Baton's own services or within an organisation; nothing that a sender waits for. */
  private static final Set<ClockName> INTERNAL =
      EnumSet.of(
          ClockName.ASSESSMENT_OPENED,
          ClockName.CASE_OPENED,
          ClockName.FORCE_NOTED,
          ClockName.ACCEPTANCE_NOTED,
          ClockName.SUPERVISOR_REVIEW,
          ClockName.DORMANT);

  static ReferralStatus of(SentReferral sent, Progress progress, Freshness freshness) {
    Custody custody = sent.custody();
    boolean read = sent.isRead();
    return new ReferralStatus(
        sent.id(),
        sent.reference(),
        sent.receiptNumber(),
        sent.receivedAt(),
        read ? custody.stage() : Stage.RECEIVED,
        sent.custodian() == null ? null : new Holder(sent.custodian()),
        read ? custody.offers().all().stream().map(HandOffTimes::of).toList() : List.of(),
        read ? nextDue(custody) : null,
        read ? custody.outcome() : null,
        progress,
        freshness);
  }

  private static Due nextDue(Custody custody) {
    return custody.clocks().running().stream()
        .filter(clock -> !INTERNAL.contains(clock.name()))
        .min(Comparator.comparing(Clock::due))
        .map(clock -> new Due(clock.name(), clock.due()))
        .orElse(null);
  }
}
