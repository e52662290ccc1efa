package baton.horizon;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;

/**
 * How far a partition is known, in business time; both ends are exclusive.
 *
 * @param certain everything that any writer recorded before it has been read
 * @param presumed the same, if the silent writers recorded nothing; equal to {@code certain} while
 *     nobody is silent
 */
public record Horizon(Instant certain, Instant presumed) {
  public static final Horizon NOTHING = new Horizon(Instant.MIN, Instant.MIN);

  public Horizon {
    requireNonNull(certain);
    requireNonNull(presumed);
  }

  /** As of a moment at which the writers stood so, for a log read to its end after that moment. */
  public static Horizon at(Instant taken, Collection<Writer> writers) {
    Instant certain = taken;
    Instant presumed = taken;
    for (Writer writer : writers) {
      Instant watermark = writer.watermark() == null ? Instant.MIN : writer.watermark();
      certain = earlier(certain, watermark);
      if (!writer.silent()) presumed = earlier(presumed, watermark);
    }
    return new Horizon(certain, presumed);
  }

  /** What both know. */
  public Horizon narrower(Horizon other) {
    return new Horizon(earlier(certain, other.certain), earlier(presumed, other.presumed));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
