package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A mail server takes mail to the force's duty mailbox again, after some had been given up. */
@JsonTypeName("baton.duty-mail-delivered.v1")
@JsonPropertyOrder({"force"})
public record DutyMailDelivered(OrganisationCode force) implements DutyMailEvent {
  public DutyMailDelivered {
    requireNonNull(force);
  }
}
