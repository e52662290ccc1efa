package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A package was read to its end. It is complete only when every record has an accepting custodian
 * (R6).
 */
@JsonTypeName("baton.batch-received.v1")
@JsonPropertyOrder({"batch", "agency", "received", "created", "repeated", "amended", "rejected"})
public record BatchReceived(
    BatchId batch,
    OrganisationCode agency,
    int received,
    int created,
    int repeated,
    int amended,
    int rejected)
    implements BatchEvent {
  public BatchReceived {
    requireNonNull(batch);
    requireNonNull(agency);
  }
}
