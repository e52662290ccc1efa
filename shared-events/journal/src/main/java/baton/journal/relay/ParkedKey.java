package baton.journal.relay;

import baton.contract.ReferralId;
import java.time.Instant;

/**
 * A record key whose events wait in the relay, because the broker refuses one of them for good.
 *
 * @param key the referral, or on the register the stream
 * @param referral null on the register
 * @param after everything of this key up to this position is on the log
 * @param event the refused one
 * @param refusal what the broker said
 * @param announced {@code EventParked} has been recorded
 * @param mute events that tell of parking are refused, too
 * @param retry someone asked for another attempt
 */
public record ParkedKey(
    String key,
    ReferralId referral,
    Position after,
    String event,
    String type,
    String refusal,
    Instant parkedAt,
    boolean announced,
    boolean mute,
    boolean retry) {

  boolean skips(StoredEvent candidate) {
    return candidate.place().position().isAfter(after) && (mute || !candidate.tellsOfParking());
  }
}
