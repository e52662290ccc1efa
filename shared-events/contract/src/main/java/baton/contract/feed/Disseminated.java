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
 * The referral is offered to the force, with the package as it was disseminated. The force has it
 * only once a person there accepts (R2).
 *
 * @param number of the dissemination, for {@code /cases/{referral}/disseminations/{number}}
 * @param from who offers it
 * @param reference the sender's own
 * @param urgent to be dealt with within the hour
 * @param priority by which it is to be dealt with
 * @param grade the risk grade that counts, or null
 * @param deadlines that run for the force from now on
 */
@JsonTypeName("baton.feed.disseminated.v1")
@JsonPropertyOrder({
  "referral",
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
public record Disseminated(
    ReferralId referral,
    int number,
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
  public Disseminated {
    requireNonNull(referral);
    requireNonNull(from);
    requireNonNull(reference);
    requireNonNull(priority);
    deadlines = List.copyOf(deadlines);
  }
}
