package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;

/**
 * How long each rung of an organisation has before the next one is told (R13).
 *
 * @param organisation baton for everybody who has none of their own
 * @param by null where Baton's own file says so
 * @param reason why; names no person
 * @param rungs ISO 8601 durations
 * @param acknowledgementLasts an ISO 8601 duration
 */
@JsonTypeName("baton.ladder-adopted.v1")
@JsonPropertyOrder({
  "organisation",
  "version",
  "effectiveFrom",
  "by",
  "reason",
  "rungs",
  "acknowledgementLasts"
})
public record LadderAdopted(
    OrganisationCode organisation,
    String version,
    Instant effectiveFrom,
    PersonId by,
    String reason,
    Map<Rung, String> rungs,
    String acknowledgementLasts)
    implements AdoptionEvent {
  public LadderAdopted {
    requireNonNull(organisation);
    requireNonNull(version);
    requireNonNull(effectiveFrom);
    requireNonNull(reason);
    requireNonNull(rungs);
    requireNonNull(acknowledgementLasts);
    rungs = Map.copyOf(rungs);
  }
}
