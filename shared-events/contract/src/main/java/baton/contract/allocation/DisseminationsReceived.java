package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/**
 * A force's system says that it has the force's feed up to this place. That is transport: no person
 * has accepted anything by it, and it stops no clock.
 *
 * @param after the place up to which it had said so before, 0 at first
 * @param upTo the place of the last entry that it has
 * @param entry the id of that entry, which follows from the events on the log
 */
@JsonTypeName("baton.disseminations-received.v1")
@JsonPropertyOrder({"force", "after", "upTo", "entry"})
public record DisseminationsReceived(OrganisationCode force, long after, long upTo, UUID entry)
    implements RosterEvent {
  public DisseminationsReceived {
    requireNonNull(force);
    requireNonNull(entry);
  }
}
