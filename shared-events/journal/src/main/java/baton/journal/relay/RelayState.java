package baton.journal.relay;

import java.time.Instant;

/**
 * What the relay's thread says of itself.
 *
 * @param publishing it owns the store and nothing keeps it from publishing
 * @param held events that wait for their predecessor
 * @param parked keys that wait because the broker refuses an event
 * @param watermark business time up to which everything is published
 * @param refusal why it must not publish, or null
 */
record RelayState(boolean publishing, int held, int parked, Instant watermark, String refusal) {
  static final RelayState WAITING = new RelayState(false, 0, 0, Instant.EPOCH, null);

  RelayState refusing(String sentence) {
    return new RelayState(false, held, parked, watermark, sentence);
  }

  RelayState stopped() {
    return new RelayState(false, held, parked, watermark, null);
  }
}
