package baton.custody;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.HandOff;
import java.time.Instant;

/**
 * A hand-off that was offered. Until it is accepted, whoever offered it still has the referral.
 *
 * @param number counts the offers of this kind, from 1
 * @param person null where a force was offered it
 * @param due the last instant that is in time, or null; an overdue offer stays acceptable
 * @param by the event that offered it
 * @param closedAt null while it is open
 */
public record Offer(
    HandOff kind,
    int number,
    OrganisationCode organisation,
    PersonId person,
    Instant offeredAt,
    Instant due,
    EventId by,
    State state,
    Instant closedAt) {
  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /** A newer offer of the same kind took its place. */
    REPLACED,
    /** Events passed it by: another hand accepted, or the case was concluded. */
    LAPSED
  }

  /** Open, and its limit has passed. */
  public boolean overdue(Instant now) {
    return state == State.OPEN && due != null && now.isAfter(due);
  }

  boolean open() {
    return state == State.OPEN;
  }

  boolean matches(HandOff otherKind, int otherNumber) {
    return kind == otherKind && number == otherNumber;
  }

  Offer closed(State closed, Instant at) {
    return new Offer(kind, number, organisation, person, offeredAt, due, by, closed, at);
  }

  Offer dueAt(Instant newDue) {
    return new Offer(kind, number, organisation, person, offeredAt, newDue, by, state, closedAt);
  }
}
