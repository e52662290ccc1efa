package baton.escalation.clockkeeper;

import baton.horizon.Horizon;
import baton.horizon.Look;
import baton.horizon.Place;
import baton.horizon.Soundings;
import baton.journal.envelope.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far each partition of the log is known; shared by the reader and the clockkeeper. */
@ApplicationScoped
public class Horizons {
  private final Soundings soundings = new Soundings();

  synchronized void take(Look look) {
    soundings.take(look);
  }

  synchronized Horizon of(int partition) {
    return soundings.horizon(new Place(Topics.REFERRALS, partition));
  }

  /** How far each of them is known. */
  synchronized Map<Integer, Horizon> of(Collection<Integer> partitions) {
    var known = new LinkedHashMap<Integer, Horizon>();
    partitions.forEach(partition -> known.put(partition, of(partition)));
    return known;
  }

  /**
   * How far all that an answer rests on is known: of the register roster and limits, of the
   * accesses who had opened it.
   */
  synchronized Horizon ofRecord(Collection<Place> places) {
    return places.stream()
        .filter(place -> Topics.OF_EVENTS.contains(place.topic()))
        .map(soundings::horizon)
        .reduce(Horizon::narrower)
        .orElse(Horizon.NOTHING);
  }

  /** How far all of them are known. */
  synchronized Horizon everywhere(Collection<Integer> partitions) {
    return partitions.stream().map(this::of).reduce(Horizon::narrower).orElse(Horizon.NOTHING);
  }
}
