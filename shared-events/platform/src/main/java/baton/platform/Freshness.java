package baton.platform;

import java.time.Instant;

/**
 * How new an answer is; every read carries both, for late is never green.
 *
 * @param asOf business time at which this was true, as far as the service had read
 * @param lagSeconds by how much what the service has read is behind, 0 where it has read all
 */
public record Freshness(Instant asOf, double lagSeconds) {}
