package baton.contract.allocation;

import baton.contract.OrganisationCode;
import baton.contract.RegisterEvent;

/** What becomes of the mail to a force's duty mailbox. By allocation-service only. */
public sealed interface DutyMailEvent extends RegisterEvent
    permits DutyMailGivenUp, DutyMailDelivered {
  OrganisationCode force();
}
