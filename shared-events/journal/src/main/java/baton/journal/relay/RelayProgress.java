package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the store is published, as one statement saw it.
 *
 * @param storeHead the last committed event
 * @param published up to here everything is on the log, or parked
 * @param lagEvents committed and not published; beyond 10,000 an estimate
 * @param lag business time since the first of them was recorded
 * @param idle nothing committed is unpublished; whichever instance publishes
 * @param publishing this instance is the one that publishes, and may
 * @param held events that wait for their predecessor; 0 unless {@code publishing}
 * @param parked record keys that the broker refuses
 * @param watermark business time up to which everything is published; {@link Instant#EPOCH} when it
 *     is not known yet, or not here
 * @param trouble why this instance refuses or fails, one sentence, or null
 */
public record RelayProgress(
    Position storeHead,
    Position published,
    long lagEvents,
    Duration lag,
    boolean idle,
    boolean publishing,
    int held,
    int parked,
    Instant watermark,
    String trouble,
    Optional<OldestTransaction> oldestTransaction) {}
