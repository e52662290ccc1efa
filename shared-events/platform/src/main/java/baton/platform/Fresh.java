package baton.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** One thing as it stands, and how new the answer is. */
public record Fresh<T>(@JsonUnwrapped T found, Instant asOf, double lagSeconds) {
  public static <T> Fresh<T> of(T found, Freshness freshness) {
    return new Fresh<>(found, freshness.asOf(), freshness.lagSeconds());
  }
}
