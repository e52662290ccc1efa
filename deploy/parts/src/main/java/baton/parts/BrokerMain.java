package baton.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and its controller as one process: {@code BrokerMain FOLDER NODE [PARENT-PID]}.
 * Prints {@value #READY} and the bootstrap address when it serves. With a parent it ends when the
 * parent does.
 */
public final class BrokerMain {
  static final String READY = "READY";

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var node = BrokerNode.ofArgument(arguments[1]);
    if (arguments.length > 2) {
      endWith(Long.parseLong(arguments[2]));
    }
    format(folder, node);
    var server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(BrokerSettings.properties(node, folder)), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
    server.startup();
    System.out.println(READY + " " + node.bootstrap());
    server.awaitShutdown();
  }

  /** Gives an empty folder its cluster id; leaves one that has data as it is. */
  private static void format(Path folder, BrokerNode node) throws Exception {
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setClusterId(node.cluster())
        .setNodeId(node.number())
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setIgnoreFormatted(true)
        .setPrintStream(System.err)
        .run();
  }

  private static void endWith(long parent) {
    ProcessHandle.of(parent)
        .ifPresentOrElse(
            handle -> handle.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
  }
}
