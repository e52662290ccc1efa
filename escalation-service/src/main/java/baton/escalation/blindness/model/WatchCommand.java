package baton.escalation.blindness.model;

import baton.decision.Command;
import java.time.Instant;

/** What the watch over the writers says of one of them. */
public sealed interface WatchCommand extends Command {
  /** The service's source, such as {@code /risk-service}. */
  String writer();

  @Override
  default String stream() {
    return stream(writer());
  }

  static String stream(String writer) {
    return "writer-" + writer.substring(writer.indexOf('/') + 1);
  }

  /**
   * @param watermark up to which business time its events are known, or null if it was never heard
   */
  record DeclareBlindness(String writer, Instant watermark) implements WatchCommand {}

  record EndBlindness(String writer, Instant watermark) implements WatchCommand {}
}
