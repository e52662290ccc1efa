package baton.journal.reader;

import baton.simulation.Bug;
import baton.simulation.Service;
import baton.simulation.World;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

final class SimulatedPositions implements StreamPositions {
  private final World world;
  private final KeptByReader kept;
  private final SimulatedScope scope;

  SimulatedPositions(World world, Service service, SimulatedScope scope) {
    this.world = world;
    this.kept = service.kept();
    this.scope = scope;
  }

  @Override
  public Map<StreamKey, StreamPosition> read(Collection<StreamKey> wanted) throws SQLException {
    scope.statement("read stream positions");
    var found = new HashMap<StreamKey, StreamPosition>();
    for (StreamKey each : wanted) {
      StreamPosition known = kept.positions.get(each);
      if (known != null) found.put(each, bent(known));
    }
    return found;
  }

  private StreamPosition bent(StreamPosition known) {
    return world.bug() == Bug.POSITION_ONE_TOO_LOW
        ? new StreamPosition(
            known.referral(), known.sequence() - 1, known.eventId(), known.recordedTime())
        : known;
  }

  @Override
  public void keep(Map<StreamKey, StreamPosition> moved) throws SQLException {
    if (moved.isEmpty() || world.bug() == Bug.STREAM_POSITIONS_NOT_KEPT) return;
    var copy = Map.copyOf(moved);
    scope.write("keep stream positions", () -> kept.positions.putAll(copy));
  }
}
