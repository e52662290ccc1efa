package baton.contract;

import java.time.Instant;

/**
 * An event together with what the envelope says of it.
 *
 * @param source the service that wrote it, such as {@code /intake-service}
 * @param subject the stream (aggregate) within that service
 * @param referral null on the register
 * @param streamSequence counts from 0 within (source, subject)
 * @param time when it happened in the world, UTC, microseconds
 * @param recordedTime when it was recorded, UTC, microseconds; later than everything its writer had
 *     read of this referral
 * @param organisation on whose behalf the actor acted
 * @param causationId the event or request that led to it, or null
 * @param correlationId the first request of the chain, or null
 */
public record Recorded<E extends BatonEvent>(
    EventId id,
    String source,
    String subject,
    ReferralId referral,
    long streamSequence,
    Instant time,
    Instant recordedTime,
    Actor actor,
    OrganisationCode organisation,
    String causationId,
    String correlationId,
    E event) {}
