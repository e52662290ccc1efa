package baton.horizon;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One look at the whole system, taken in the only order that is sound: the business time, what the
 * writers vouch for, and then the log. Were its ends asked for first, a record behind them might be
 * one that a watermark vouches for, and whoever read to the ends would believe to know it.
 *
 * @param positions per partition, the next offset that the reader will read
 */
public record Look(Sounding sounding, Map<Place, Long> positions) {
  public Look {
    requireNonNull(sounding);
    positions = Map.copyOf(positions);
  }

  /** Answers what a look asks. Where one fails, the look is none: it throws as it likes. */
  public interface Lookout {
    Instant time();

    List<Writer> writers();

    LogState log();
  }

  /**
   * The log and its reader. What is read stays read, so the two may be of different moments.
   *
   * @param ends per partition, the offset after its last record
   * @param positions per partition, the next offset that the reader will read
   */
  public record LogState(Map<Place, Long> ends, Map<Place, Long> positions) {}

  public static Look by(Lookout lookout) {
    Instant time = lookout.time();
    List<Writer> writers = lookout.writers();
    LogState log = lookout.log();
    return new Look(new Sounding(Horizon.at(time, writers), log.ends()), log.positions());
  }
}
