package baton.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One broker of a cluster whose brokers are also its controllers, all on the loopback interface.
 *
 * @param number from 1; where its controller listens stands at that place of {@code controllers}
 * @param port for clients and for the other brokers
 * @param controllers ports of all controllers, in the order of the brokers
 * @param cluster id, the same for all; counts only where the folder is new
 * @param doors further listeners, each with an address of its own that is told to its clients
 * @param guard null for a broker that lets in everybody, for tests and measurements
 */
public record BrokerNode(
    int number,
    int port,
    List<Integer> controllers,
    String cluster,
    List<Door> doors,
    Guard guard) {
  private static final String HOST = "127.0.0.1:";

  public BrokerNode {
    controllers = List.copyOf(controllers);
    doors = List.copyOf(doors);
  }

  /**
   * A way in for clients that reach the broker through something that stands between.
   *
   * @param name capital letters
   * @param port where the broker listens
   * @param told the port that clients are told to come to
   */
  public record Door(String name, int port, int told) {}

  /**
   * Nobody comes in without a name.
   *
   * @param inside port for those who come by certificate: the other brokers and {@code ./baton}
   * @param keys folder of the certificates
   */
  public record Guard(int inside, Path keys) {}

  String bootstrap() {
    return HOST + port;
  }

  String controller() {
    return HOST + controllers.get(number - 1);
  }

  /** As {@code controller.quorum.voters} wants it. */
  String voters() {
    return IntStream.range(0, controllers.size())
        .mapToObj(each -> (each + 1) + "@" + HOST + controllers.get(each))
        .collect(Collectors.joining(","));
  }

  /** How many brokers there are. */
  int brokers() {
    return controllers.size();
  }

  /** In one word, for the command line of the broker's JVM. */
  String asArgument() {
    var ports = controllers.stream().map(String::valueOf).collect(Collectors.joining("+"));
    var ways =
        doors.stream()
            .map(door -> door.name() + "+" + door.port() + "+" + door.told())
            .collect(Collectors.joining("/"));
    // The folder last: its name may hold anything.
    var guarded = guard == null ? "" : guard.inside() + "," + guard.keys().toAbsolutePath();
    return String.join(
        ",", Integer.toString(number), Integer.toString(port), ports, cluster, ways, guarded);
  }

  static BrokerNode ofArgument(String argument) {
    var parts = argument.split(",", 7);
    return new BrokerNode(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        List.of(parts[2].split("\\+")).stream().map(Integer::valueOf).toList(),
        parts[3],
        parts[4].isEmpty()
            ? List.of()
            : List.of(parts[4].split("/")).stream().map(BrokerNode::door).toList(),
        parts[5].isEmpty() ? null : new Guard(Integer.parseInt(parts[5]), Path.of(parts[6])));
  }

  private static Door door(String argument) {
    var parts = argument.split("\\+");
    return new Door(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
