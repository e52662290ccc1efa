package baton.parts;

import baton.parts.access.BrokerDoors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The settings of a broker that keeps everything it is given, on the loopback interface. From three
 * brokers on, two must have a record before it is acknowledged.
 */
final class BrokerSettings {
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "CLIENTS";
  private static final String INSIDE = "INSIDE";

  private static final String HOST = "127.0.0.1:";
  private static final int COPIES = 3;
  private static final Duration OFFSETS_KEPT = Duration.ofDays(2 * 365);

  private BrokerSettings() {}

  static Properties properties(BrokerNode node, Path folder) throws IOException {
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
    // Whoever reads little, and whoever was away for a year, goes on where he was.
    settings.put("offsets.retention.minutes", Long.toString(OFFSETS_KEPT.toMinutes()));
    // A topic with the wrong partitions could never be mended: whoever needs one makes it.
    settings.put("auto.create.topics.enable", "false");
    settings.put("log.retention.ms", "-1");
    settings.put("log.retention.bytes", "-1");
    // Events entered late carry old times.
    settings.put("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
    settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    return settings;
  }

  private static void listeners(BrokerNode node, Properties settings) throws IOException {
    var guarded = node.guard() != null;
    if (guarded) settings.putAll(BrokerDoors.settings(node.guard().keys()));
    var listeners = new Listeners(settings, guarded);
    listeners.byPassword(CLIENTS, node.bootstrap(), node.bootstrap());
    for (var door : node.doors())
      listeners.byPassword(door.name(), HOST + door.port(), HOST + door.told());
    if (guarded) {
      var inside = HOST + node.guard().inside();
      listeners.byCertificate(INSIDE, inside, inside);
    }
    listeners.byCertificate(CONTROLLER, node.controller(), null);
    listeners.write();
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", guarded ? INSIDE : CLIENTS);
  }
}
