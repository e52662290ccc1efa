package baton.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many there are of each.
 *
 * @param instances of each service; may change from one start to the next
 * @param brokers 1 or 3; fixed with the data, because a log's copies are
 */
public record Shape(int instances, int brokers) {
  public static final int INSTANCES_MAX = 9;
  private static final int CLUSTER = 3;

  /**
   * @param instances 0 for as many as there were; 1 at the first start
   * @param brokers 0 for as many as there are; 1 at the first start
   */
  static Shape settle(Home home, int instances, int brokers) throws IOException {
    if (instances < 0 || instances > INSTANCES_MAX) {
      throw new Trouble("--instances is a number from 1 to " + INSTANCES_MAX);
    }
    if (brokers != 0 && brokers != 1 && brokers != CLUSTER) {
      throw new Trouble("--brokers is 1 or 3: two of three must have a record before it counts");
    }
    var kept = kept(home);
    var made = Files.exists(home.kafka(1));
    if (brokers != 0 && brokers != kept.brokers() && made) {
      throw new Trouble(
          "the log in %s was made with --brokers %d; use another BATON_HOME, or start afresh with: baton down --wipe"
              .formatted(home.folder(), kept.brokers()));
    }
    var shape =
        new Shape(
            instances == 0 ? kept.instances() : instances, brokers == 0 ? kept.brokers() : brokers);
    write(home.instancesFile(), shape.instances());
    write(home.brokersFile(), shape.brokers());
    return shape;
  }

  /** What was last started here. */
  static Shape kept(Home home) throws IOException {
    return new Shape(read(home.instancesFile()), read(home.brokersFile()));
  }

  private static int read(Path file) throws IOException {
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
  }

  private static void write(Path file, int number) throws IOException {
    Files.writeString(file, number + "\n");
  }

  /** The first of several has the bare name. */
  static String numbered(String name, int number) {
    return number == 1 ? name : name + "-" + number;
  }
}
