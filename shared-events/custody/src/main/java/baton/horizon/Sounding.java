package baton.horizon;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One look at the whole system, taken in this order: the business time, the writers' watermarks,
 * then the ends of the log. Whoever has read past an end has therefore read all that the watermarks
 * vouch for.
 *
 * @param ends per partition, the offset after its last record
 */
public record Sounding(Horizon horizon, Map<Place, Long> ends) {
  public Sounding {
    requireNonNull(horizon);
    ends = Map.copyOf(ends);
  }
}
