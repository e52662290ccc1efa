package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A sender began to hand a package over.
 *
 * @param name what the sender calls the package, or null
 */
@JsonTypeName("baton.batch-opened.v1")
@JsonPropertyOrder({"batch", "name", "agency"})
public record BatchOpened(BatchId batch, String name, OrganisationCode agency)
    implements BatchEvent {
  public BatchOpened {
    requireNonNull(batch);
    requireNonNull(agency);
  }
}
