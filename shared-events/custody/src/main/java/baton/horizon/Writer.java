package baton.horizon;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One writing service as its heartbeats show it.
 *
 * @param source such as {@code /risk-service}
 * @param watermark business time up to which its events are on the log, or null if never heard
 * @param silent not heard for longer than the limit (system time)
 */
public record Writer(String source, Instant watermark, boolean silent) {
  public Writer {
    requireNonNull(source);
  }
}
