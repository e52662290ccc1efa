package baton.escalation.escalations.model;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import java.util.HashSet;
import java.util.Set;

/**
 * Where one escalation stands.
 *
 * <pre>
 * Unraised ---raised--> Open --resolved--> Resolved
 * Withdrawn --raised--> Open --withdrawn-> Withdrawn   (only while unconfirmed)
 *                       Open --confirmed, acknowledged--> Open
 * </pre>
 */
public sealed interface Escalation {
  /** Not raised yet. */
  record Unraised() implements Escalation {}

  /** Its cause stands. */
  record Open(ReferralId referral, boolean confirmed, Set<PersonId> acknowledgedBy)
      implements Escalation {
    public Open {
      acknowledgedBy = Set.copyOf(acknowledgedBy);
    }
  }

  /** An event removed its cause. */
  record Resolved(ReferralId referral) implements Escalation {}

  /** It had been raised while a writer was silent, and had no cause after all; it may get one. */
  record Withdrawn(ReferralId referral) implements Escalation {}

  static Escalation evolve(Escalation current, EscalationEvent event) {
    return switch (event) {
      case EscalationRaised e -> new Open(e.referral(), e.confirmed(), Set.of());
      case EscalationConfirmed e -> new Open(e.referral(), true, open(current).acknowledgedBy());
      case EscalationAcknowledged e ->
          new Open(e.referral(), open(current).confirmed(), with(current, e.by()));
      case EscalationClimbed _, AcknowledgementExpired _ -> current;
      case EscalationResolved e -> new Resolved(e.referral());
      case EscalationWithdrawn e -> new Withdrawn(e.referral());
    };
  }

  private static Open open(Escalation current) {
    if (current instanceof Open open) return open;
    throw new IllegalStateException("the stream holds an impossible step after " + current);
  }

  private static Set<PersonId> with(Escalation current, PersonId person) {
    var people = new HashSet<>(open(current).acknowledgedBy());
    people.add(person);
    return people;
  }
}
