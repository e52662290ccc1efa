package baton.contract.journal;

import baton.contract.RegisterEvent;

/** A service about its own store, compared with the log. Written by any service. */
public sealed interface AuditEvent extends RegisterEvent permits StoreAudited, StoreDiffers {
  /** Who compared, such as {@code intake-service}. */
  String service();
}
