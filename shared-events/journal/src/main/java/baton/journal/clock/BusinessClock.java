package baton.journal.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which deadlines are judged and events are recorded. Tokens, time-outs and heartbeats'
 * cadence stay on the system clock. Source: design section 7.
 */
public interface BusinessClock extends InstantSource {
  /** Cut to microseconds, which is what the store keeps. */
  @Override
  Instant instant();
}
