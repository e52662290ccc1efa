package baton.local;

import baton.parts.BrokerNode.Door;
import java.util.List;
import java.util.Map;

/** What stands between the processes of an installation: nothing, but where tests cut wires. */
public interface Surroundings {
  Surroundings PLAIN = new Surroundings() {};

  /** Further ways into a broker. */
  default List<Door> doors(int broker) {
    return List.of();
  }

  /** What a process is told otherwise than the rest. */
  default Map<String, String> environment(Instance instance) {
    return Map.of();
  }
}
