package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.Grade;
import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;

/**
 * An organisation brought the referral in itself and is custodian at once: its own find, or an open
 * case of the time before it used Baton.
 *
 * @param person who has it
 * @param receivedAt when the organisation really received it: its clocks count from then; or null
 *     for now
 * @param grade the risk grade that the organisation had given it, or null
 * @param system the system of the organisation that knows it by its own reference, or null
 * @param localReference the reference there, or null
 * @param plan the catch-up plan under which it was brought in, or null
 */
@JsonTypeName("baton.referral-originated.v1")
@JsonPropertyOrder({
  "referral",
  "organisation",
  "team",
  "person",
  "receivedAt",
  "grade",
  "system",
  "localReference",
  "plan"
})
public record ReferralOriginated(
    ReferralId referral,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    Instant receivedAt,
    Grade grade,
    String system,
    String localReference,
    String plan)
    implements IntakeEvent, MovesCustody {
  public ReferralOriginated {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(person);
  }

  @Override
  public Optional<Instant> occurredAt() {
    return Optional.ofNullable(receivedAt);
  }
}
