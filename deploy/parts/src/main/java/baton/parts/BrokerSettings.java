package baton.parts;

import java.nio.file.Path;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * The settings of a broker that keeps everything it is given, on the loopback interface. From three
 * brokers on, two must have a record before it is acknowledged.
 */
final class BrokerSettings {
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "PLAINTEXT";

  private static final int COPIES = 3;

  private BrokerSettings() {}

  static Properties properties(BrokerNode node, Path folder) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(node.number()));
    settings.put("controller.quorum.voters", node.voters());
    listeners(node, settings);
    settings.put("log.dirs", folder.toString());
    var copies = Integer.toString(Math.min(node.brokers(), COPIES));
    var inSync = node.brokers() < COPIES ? "1" : "2";
    settings.put("min.insync.replicas", inSync);
    for (var internal :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      settings.put(internal + ".replication.factor", copies);
      settings.put(internal + ".num.partitions", "1");
    }
    settings.put("transaction.state.log.min.isr", inSync);
    settings.put("share.coordinator.state.topic.min.isr", inSync);
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

  private static void listeners(BrokerNode node, Properties settings) {
    var listeners = new StringJoiner(",");
    var advertised = new StringJoiner(",");
    var protocols = new StringJoiner(",");
    listeners.add(CLIENTS + "://" + node.bootstrap());
    listeners.add(CONTROLLER + "://" + node.controller());
    advertised.add(CLIENTS + "://" + node.bootstrap());
    protocols.add(CLIENTS + ":PLAINTEXT").add(CONTROLLER + ":PLAINTEXT");
    for (var door : node.doors()) {
      listeners.add(door.name() + "://127.0.0.1:" + door.port());
      advertised.add(door.name() + "://127.0.0.1:" + door.told());
      protocols.add(door.name() + ":PLAINTEXT");
    }
    settings.put("listeners", listeners.toString());
    settings.put("advertised.listeners", advertised.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", CLIENTS);
  }
}
