package baton.parts;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single broker that keeps everything it is given, on the loopback interface. */
final class BrokerSettings {
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "PLAINTEXT";

  private BrokerSettings() {}

  static Properties properties(String node, Path folder, String bootstrap, String controller) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", node);
    settings.put("controller.quorum.voters", node + "@" + controller);
    settings.put("listeners", CLIENTS + "://" + bootstrap + "," + CONTROLLER + "://" + controller);
    settings.put("advertised.listeners", CLIENTS + "://" + bootstrap);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    for (var internal :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      settings.put(internal + ".replication.factor", "1");
      settings.put(internal + ".num.partitions", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // A topic with the wrong partitions could never be mended: whoever needs one makes it.
    settings.put("auto.create.topics.enable", "false");
    settings.put("log.retention.ms", "-1");
    settings.put("log.retention.bytes", "-1");
    // Events entered late carry old times.
    settings.put("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
    settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    return settings;
  }
}
