package baton.journal.reader;

import baton.contract.ReferralId;
import baton.contract.journal.ParkReason;
import java.time.Instant;

/**
 * An event that this service has not applied yet.
 *
 * @param position where it stands in the list; the cursor of the next page
 * @param story what waits together: the referral's id or, on the register, the stream's
 * @param kind PARKED could not be applied; BEHIND is a later one of its story; WAITING waits for
 *     its predecessor in its stream
 * @param source null, as are stream, sequence, eventId and type, where the bytes are no event
 * @param reason null unless PARKED
 * @param error the failure in one line, without personal data; null unless PARKED
 */
public record ParkedEvent(
    long position,
    String story,
    String kind,
    ReferralId referral,
    String source,
    String stream,
    Long sequence,
    String eventId,
    String type,
    String topic,
    int partition,
    long offset,
    ParkReason reason,
    String error,
    Instant parkedAt) {}
