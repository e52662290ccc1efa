package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * A force sent its own list of open cases and it was compared with Baton.
 *
 * @param listed cases that the list names
 * @param matched of them, those that Baton knows as open
 * @param missing referrals that the force has in Baton and that the list lacks
 * @param unknown cases that the list names and Baton does not know as open
 * @param unknownReferences their references, the first hundred
 */
@JsonTypeName("baton.open-list-reconciled.v1")
@JsonPropertyOrder({
  "force",
  "system",
  "listed",
  "matched",
  "missing",
  "unknown",
  "unknownReferences"
})
public record OpenListReconciled(
    OrganisationCode force,
    String system,
    int listed,
    int matched,
    int missing,
    int unknown,
    List<String> unknownReferences)
    implements RosterEvent {
  public OpenListReconciled {
    requireNonNull(force);
    requireNonNull(system);
    requireNonNull(unknownReferences);
    unknownReferences = List.copyOf(unknownReferences);
  }
}
