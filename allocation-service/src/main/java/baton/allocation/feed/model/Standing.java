package baton.allocation.feed.model;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.HandOff;
import baton.contract.feed.StillOpen;
import baton.contract.feed.StillOpen.State;
import baton.custody.Custody;
import baton.custody.Offer;
import java.util.Map;
import java.util.Optional;

/** A referral as it stands for one force. */
public final class Standing {
  private Standing() {}

  /** Empty where it is not open, or does not concern the force. */
  public static Optional<State> of(Custody custody, OrganisationCode force) {
    Concern concern = Concern.in(custody);
    if (!custody.open() || !concern.includes(force)) return Optional.empty();
    return Optional.of(concern.holds(force) ? State.HELD : State.OFFERED);
  }

  /** The newest dissemination to the force; empty for what it brought in itself. */
  public static Optional<Offer> dissemination(Custody custody, OrganisationCode force) {
    return custody.offers().all().stream()
        .filter(o -> o.kind() == HandOff.FORCE && o.organisation().equals(force))
        .reduce((older, newer) -> newer);
  }

  /**
   * Whether what a draft says of how a referral stands is so; what says nothing of it is true
   * whenever it is told.
   *
   * @param now each referral as it stands now
   */
  public static boolean stillTrue(Draft draft, Map<ReferralId, Custody> now) {
    if (!(draft.event() instanceof StillOpen told)) return true;
    Custody custody = now.get(told.referral());
    return custody != null
        && of(custody, draft.force()).filter(state -> state == told.state()).isPresent();
  }

  /**
   * @param from who made the dissemination, or null where there was none
   */
  public static StillOpen told(Custody custody, OrganisationCode force, OrganisationCode from) {
    return new StillOpen(
        custody.referral(),
        of(custody, force).orElseThrow(),
        dissemination(custody, force).map(Offer::number).orElse(null),
        from,
        custody.particulars().reference(),
        custody.grading().urgent(),
        custody.priority(),
        custody.grade() == null ? null : custody.grade().value(),
        Deadlines.running(custody, force),
        null,
        null,
        null,
        null);
  }
}
