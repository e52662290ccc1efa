package baton.escalation.escalations.model;

import baton.contract.ReferralId;
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import baton.escalation.ladder.model.Footing;

/**
 * Where one escalation stands.
 *
 * <pre>
 * Unraised ---raised--> Open --resolved--> Resolved
 * Withdrawn --raised--> Open --withdrawn-> Withdrawn   (only while unconfirmed)
 *                       Open --confirmed--> Open
 * Open --climbed, acknowledged, expired--> Open   (see Footing)
 * </pre>
 */
public sealed interface Escalation {
  /** Not raised yet. */
  record Unraised() implements Escalation {}

  /** Its cause stands. */
  record Open(ReferralId referral, boolean confirmed, Footing footing) implements Escalation {
    Open on(Footing changed) {
      return new Open(referral, confirmed, changed);
    }
  }

  /** An event removed its cause. */
  record Resolved(ReferralId referral) implements Escalation {}

  /** It had been raised while a writer was silent, and had no cause after all; it may get one. */
  record Withdrawn(ReferralId referral) implements Escalation {}

  static Escalation evolve(Escalation current, EscalationEvent event) {
    return switch (event) {
      case EscalationRaised e -> new Open(e.referral(), e.confirmed(), Footing.RAISED);
      case EscalationConfirmed e -> new Open(e.referral(), true, open(current).footing());
      case EscalationClimbed e -> open(current).on(open(current).footing().climbed(e.rung()));
      case EscalationAcknowledged e ->
          open(current).on(open(current).footing().acknowledged(e.by()));
      case AcknowledgementExpired _ -> open(current).on(open(current).footing().expired());
      case EscalationResolved e -> new Resolved(e.referral());
      case EscalationWithdrawn e -> new Withdrawn(e.referral());
    };
  }

  private static Open open(Escalation current) {
    if (current instanceof Open open) return open;
    throw new IllegalStateException("the stream holds an impossible step after " + current);
  }
}
