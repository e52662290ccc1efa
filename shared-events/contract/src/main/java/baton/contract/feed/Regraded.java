package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The risk grade of a referral that the force has or is offered, or the priority by which it is to
 * be dealt with, is another one.
 *
 * @param gradeBefore null where none counted
 * @param grade null where still none counts
 * @param gradedBy whose judgement the grade is, or null
 */
@JsonTypeName("baton.feed.regraded.v1")
@JsonPropertyOrder({"referral", "priorityBefore", "priority", "gradeBefore", "grade", "gradedBy"})
public record Regraded(
    ReferralId referral,
    Grade priorityBefore,
    Grade priority,
    Grade gradeBefore,
    Grade grade,
    PersonId gradedBy)
    implements FeedEvent {
  public Regraded {
    requireNonNull(referral);
    requireNonNull(priorityBefore);
    requireNonNull(priority);
  }
}
