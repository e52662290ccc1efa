package baton.journal.relay;

import baton.contract.EventId;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which events wait because the broker refuses them, and who has been told. */
final class ParkingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ParkingDesk.class);

  private final ParkedKeys table;
  private final RelayParking parking;
  private Map<String, ParkedKey> parked = Map.of();

  ParkingDesk(ParkedKeys table, RelayParking parking) {
    this.table = table;
    this.parking = parking;
  }

  void refresh() throws SQLException {
    parked = table.all();
  }

  boolean skips(StoredEvent event) {
    ParkedKey key = parked.get(event.key());
    return key != null && key.skips(event);
  }

  Optional<ParkedKey> retried() {
    return parked.values().stream().filter(ParkedKey::retry).findFirst();
  }

  /**
   * @param published everything before it is on the log for certain
   */
  void park(StoredEvent event, Position published, String why) throws SQLException {
    LOG.error(
        "The broker refuses event {} ({}) of {} for good, later ones wait with it: {}",
        event.id(),
        event.type(),
        event.key(),
        why);
    table.park(event, published, why);
    refresh();
    announce();
  }

  /** Tells of what is parked and has not been told yet. */
  void announce() throws SQLException {
    for (ParkedKey key : parked.values()) {
      if (key.announced()) continue;
      try {
        parking.parked(key.referral(), EventId.of(key.event()), key.type());
      } catch (RuntimeException later) {
        LOG.warn("That {} is parked could not be recorded yet", key.key(), later);
        continue;
      }
      table.announced(key.key());
    }
    refresh();
  }

  void released(ParkedKey key) throws SQLException {
    if (key.referral() != null) parking.released(key.referral(), EventId.of(key.event()));
    table.forget(key.key());
    refresh();
    LOG.info("What waited under {} is on the log", key.key());
  }
}
