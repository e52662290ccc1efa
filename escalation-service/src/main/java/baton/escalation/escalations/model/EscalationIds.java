package baton.escalation.escalations.model;

import baton.contract.EscalationId;
import baton.custody.Finding;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The same cause has the same id wherever and whenever it is found: it can be raised only once. */
public final class EscalationIds {
  private static final UUID NAMESPACE = UUID.fromString("6f1d2c64-6f0e-5d0b-9a53-6a7c1c9e2b41");

  private EscalationIds() {}

  /**
   * UUIDv5 of (referral, kind, clock, starting event). Never change the spelling: what is on record
   * would be raised again. Source: contracts, "Meanings".
   */
  public static EscalationId of(Finding.Cause cause) {
    String clock = cause.clock() == null ? "" : cause.clock().name();
    String name =
        String.join(
            "/",
            cause.referral().toString(),
            cause.kind().name(),
            clock,
            cause.startedBy().toString());
    return new EscalationId(UuidCreator.getNameBasedSha1(NAMESPACE, name));
  }
}
