package baton.escalation.platform;

import baton.escalation.clockkeeper.Age;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next for {@code after=}; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, String next, Instant asOf, double lagSeconds) {

  /**
   * @param found one more than wanted, where there are more
   * @param cursor what {@code after=} takes to continue behind an item
   */
  public static <T> Page<T> of(List<T> found, int limit, Age age, Function<T, String> cursor) {
    boolean more = found.size() > limit;
    List<T> items = more ? List.copyOf(found.subList(0, limit)) : found;
    String next = more ? cursor.apply(items.getLast()) : null;
    return new Page<>(items, next, age.asOf(), age.lagSeconds());
  }
}
