package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.SealedPackage;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * A referral as it stands for the force, told to one that asked to catch up, to one that has it
 * without having accepted an offer (by a tie-breaker, by reversion, or because it brought it in),
 * and to one of whom a person acknowledged its conditions.
 *
 * @param state whether the force has it or is offered it
 * @param number of the newest dissemination to the force, or null where there was none
 * @param from who made it, or null where that is not known
 * @param reference the sender's own
 * @param priority by which it is to be dealt with
 * @param grade the risk grade that counts, or null
 * @param deadlines that run for the force
 * @param content the package as it was disseminated; the referral as it is now, without a note,
 *     where the sender said something since, and where nothing was disseminated
 */
@JsonTypeName("baton.feed.still-open.v1")
@JsonPropertyOrder({
  "referral",
  "state",
  "number",
  "from",
  "reference",
  "urgent",
  "priority",
  "grade",
  "deadlines",
  "withheld",
  "conditions",
  "conditionsId",
  "package"
})
public record StillOpen(
    ReferralId referral,
    State state,
    Integer number,
    OrganisationCode from,
    String reference,
    boolean urgent,
    Grade priority,
    Grade grade,
    List<Deadline> deadlines,
    Withheld withheld,
    String conditions,
    EventId conditionsId,
    @JsonProperty("package") SealedPackage content)
    implements FeedEvent, CarriesContent {
  public enum State {
    OFFERED,
    HELD
  }

  public StillOpen {
    requireNonNull(referral);
    requireNonNull(state);
    requireNonNull(priority);
    deadlines = List.copyOf(deadlines);
  }
}
