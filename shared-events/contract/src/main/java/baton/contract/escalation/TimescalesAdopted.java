package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;

/**
 * An organisation's limits from a moment on. Clocks that have started keep theirs (R8).
 *
 * @param organisation baton for everybody who has none of their own
 * @param by null where Baton's own file says so
 * @param reason why; names no person
 * @param limits the clocks that differ from the default
 */
@JsonTypeName("baton.timescales-adopted.v1")
@JsonPropertyOrder({"organisation", "version", "effectiveFrom", "by", "reason", "limits"})
public record TimescalesAdopted(
    OrganisationCode organisation,
    String version,
    Instant effectiveFrom,
    PersonId by,
    String reason,
    Map<ClockName, TimescaleRow> limits)
    implements AdoptionEvent {
  public TimescalesAdopted {
    requireNonNull(organisation);
    requireNonNull(version);
    requireNonNull(effectiveFrom);
    requireNonNull(reason);
    requireNonNull(limits);
    limits = Map.copyOf(limits);
  }
}
