package baton.contract.allocation;

import baton.contract.OrganisationCode;
import baton.contract.RegisterEvent;
import java.util.UUID;

/** What becomes of the addresses that a force has its feed sent to. By allocation-service only. */
public sealed interface WebhookEvent extends RegisterEvent
    permits WebhookRegistered, WebhookDisabled, WebhookEnabled, WebhookRemoved {
  OrganisationCode force();

  UUID webhook();
}
