package baton.contract.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A service has compared its whole store with the whole log, both as they stood when it began.
 *
 * @param audit counts the audits of this store, from 1
 * @param records of this service on the log, repeats included
 * @param events in the store
 * @param differences between the two; 0 ends what an earlier audit found
 */
@JsonTypeName("baton.store-audited.v1")
@JsonPropertyOrder({"service", "audit", "records", "events", "differences"})
public record StoreAudited(String service, long audit, long records, long events, long differences)
    implements AuditEvent {
  public StoreAudited {
    requireNonNull(service);
  }
}
