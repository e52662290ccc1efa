package baton.escalation.sample;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.custody.Custody;
import baton.escalation.platform.Sight;
import java.time.Instant;
import java.util.Optional;

/**
 * Which referrals a sample is drawn from; null for whatever it may be.
 *
 * @param grade the risk grade that counts
 * @param open true for open ones, false for concluded ones
 * @param from received from here on
 * @param to received before this
 * @param sight only what concerns this organisation
 */
record SampleFilter(
    OrganisationCode force,
    Grade grade,
    Boolean open,
    Instant from,
    Instant to,
    OrganisationCode sight) {

  /**
   * Of a concluded referral of which nothing else is known; empty where that does not decide it.
   */
  Optional<Boolean> ofConcluded() {
    if (Boolean.TRUE.equals(open)) return Optional.of(false);
    boolean any = force == null && grade == null && from == null && to == null && sight == null;
    return any ? Optional.of(true) : Optional.empty();
  }

  boolean matches(Custody custody) {
    Instant received = custody.particulars().receivedAt();
    return (force == null || force.equals(custody.force()))
        && (grade == null || (custody.grade() != null && grade == custody.grade().value()))
        && (open == null || open == custody.open())
        && (from == null || (received != null && !received.isBefore(from)))
        && (to == null || (received != null && received.isBefore(to)))
        && (sight == null || Sight.concerns(custody, sight));
  }
}
