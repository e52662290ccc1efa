package baton.escalation.alarms.model;

import baton.contract.AlarmId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** One cause that arose at one time has the same id wherever it is found. */
public final class AlarmIds {
  private static final UUID NAMESPACE = UUID.fromString("2b0c5d8e-41f6-5c0a-8f0e-7d6a3f5e9c10");

  private AlarmIds() {}

  /**
   * UUIDv5 of (kind, clock, organisation, team, person, when it arose). Never change the spelling:
   * what is on record would be raised again.
   */
  public static AlarmId of(AlarmCause cause, Instant since) {
    String name =
        String.join(
            "/",
            cause.kind().name(),
            text(cause.clock()),
            cause.organisation().value(),
            text(cause.team()),
            text(cause.person()),
            since.toString());
    return new AlarmId(UuidCreator.getNameBasedSha1(NAMESPACE, name));
  }

  private static String text(Object part) {
    return part == null ? "" : part.toString();
  }
}
