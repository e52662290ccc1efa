package baton.journal.relay;

import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A relay's sign of life on {@code baton.heartbeats}, keyed by source. One that refuses to publish,
 * or cannot, gives none.
 *
 * @param source such as {@code /intake-service}
 * @param instance the process
 * @param at system time
 * @param position the stored cursor
 * @param watermark business time: every event of this source that was recorded before it is on the
 *     log
 * @param idle nothing was left to publish
 */
@JsonPropertyOrder({"source", "instance", "at", "position", "watermark", "idle"})
public record Heartbeat(
    String source,
    String instance,
    Instant at,
    Position position,
    Instant watermark,
    boolean idle) {

  public byte[] bytes() {
    try {
      return JournalJson.mapper().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException if the bytes are no heartbeat
   */
  public static Heartbeat parse(byte[] bytes) throws IOException {
    return JournalJson.mapper().readValue(bytes, Heartbeat.class);
  }
}
