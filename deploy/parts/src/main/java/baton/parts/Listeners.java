package baton.parts;

import baton.parts.access.BrokerDoors;
import java.util.Properties;
import java.util.StringJoiner;

/** Where a broker listens, what it tells others to come to, and how each of its doors is kept. */
final class Listeners {
  private final StringJoiner listeners = new StringJoiner(",");
  private final StringJoiner advertised = new StringJoiner(",");
  private final StringJoiner protocols = new StringJoiner(",");
  private final Properties settings;
  private final boolean guarded;

  /**
   * @param guarded false for doors that stand open
   */
  Listeners(Properties settings, boolean guarded) {
    this.settings = settings;
    this.guarded = guarded;
  }

  void byPassword(String door, String address, String told) {
    add(door, address, told, "SASL_SSL");
    if (guarded) BrokerDoors.byPassword(door, settings);
  }

  /**
   * @param told null for what nobody is told
   */
  void byCertificate(String door, String address, String told) {
    add(door, address, told, "SSL");
    if (guarded) BrokerDoors.byCertificate(door, settings);
  }

  private void add(String door, String address, String told, String protocol) {
    listeners.add(door + "://" + address);
    if (told != null) advertised.add(door + "://" + told);
    protocols.add(door + ":" + (guarded ? protocol : "PLAINTEXT"));
  }

  void write() {
    settings.put("listeners", listeners.toString());
    settings.put("advertised.listeners", advertised.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
  }
}
