package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the relay's thread says of itself.
 *
 * @param since system time of the last finished round, or of the change to another phase
 * @param held events that wait for their predecessor
 * @param watermark business time up to which everything is published
 * @param trouble why it refuses or fails, or null
 */
record RelayState(Phase phase, Instant since, int held, Instant watermark, String trouble) {
  private static final Duration ROUND_MAX = Duration.ofSeconds(30);

  enum Phase {
    /** Another relay owns the store, or this one has not been started. */
    WAITING,
    PUBLISHING,
    /** Must not publish until someone has looked. */
    REFUSING,
    /** Tries again. */
    FAILING,
    STOPPED
  }

  static RelayState waiting() {
    return of(Phase.WAITING, null);
  }

  static RelayState publishing(int held, Instant watermark) {
    return new RelayState(Phase.PUBLISHING, Instant.now(), held, watermark, null);
  }

  static RelayState refusing(String why) {
    return of(Phase.REFUSING, why);
  }

  static RelayState failing(String why) {
    return of(Phase.FAILING, why);
  }

  static RelayState stopped() {
    return of(Phase.STOPPED, "The relay is stopped.");
  }

  /** One sentence when it is not as it should be; a quiet relay finishes its rounds. */
  Optional<String> trouble(Instant now) {
    if (phase == Phase.PUBLISHING && since.plus(ROUND_MAX).isBefore(now))
      return Optional.of(
          "The relay has waited since " + since + " for the broker to take what it sends.");
    return Optional.ofNullable(trouble);
  }

  private static RelayState of(Phase phase, String trouble) {
    return new RelayState(phase, Instant.now(), 0, Instant.EPOCH, trouble);
  }
}
