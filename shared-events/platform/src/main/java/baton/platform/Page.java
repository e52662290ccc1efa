package baton.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and how new it is.
 *
 * @param next to be given as {@code after} for the following page, or null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, String next, Instant asOf, double lagSeconds) {
  /** Where a call names no limit. */
  public static final String DEFAULT_LIMIT = "100";

  /** The most that one page holds. */
  public static final int MAX_LIMIT = 1_000;

  /**
   * @param found up to one more than the limit: the one too many says that there is a next page
   * @param cursor gives an item's place in the order of the list
   */
  public static <T> Page<T> of(
      List<T> found, int limit, Function<T, Object> cursor, Freshness freshness) {
    boolean more = found.size() > limit;
    List<T> items = more ? List.copyOf(found.subList(0, limit)) : found;
    String next = more ? cursor.apply(items.getLast()).toString() : null;
    return new Page<>(items, next, freshness.asOf(), freshness.lagSeconds());
  }
}
