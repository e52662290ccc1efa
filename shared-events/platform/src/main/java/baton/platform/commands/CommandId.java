package baton.platform.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/** A record on a commands topic has one name, whichever service takes it and however often. */
public final class CommandId {
  private static final UUID NAMESPACE = UUID.fromString("0c5d8a52-9a0e-5d57-8a3f-2f6f0f4b7c11");

  private CommandId() {}

  /**
   * Of a record, which is answered once. Never change the spelling: subscribers know entries by it.
   *
   * @param timestamp of the record: a topic that lost its end gives an offset twice
   */
  public static UUID of(Uuid topic, int partition, long offset, long timestamp) {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE, topic + "/" + partition + "/" + offset + "/" + timestamp);
  }
}
