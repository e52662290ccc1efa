package baton.parts.access;

import baton.contract.Force;
import baton.contract.feed.FeedTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a Kafka client, by Kafka's own names, and as a {@code client.properties}. */
public final class ClientProperties {
  private ClientProperties() {}

  /**
   * @param bootstrap host:port, several parted by commas
   */
  static Map<String, String> byPassword(
      String bootstrap, String user, String password, Certificates certificates) {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        BrokerDoors.MECHANISM,
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";".formatted(BrokerDoors.LOGIN, user, password),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        certificates.authority().toString());
  }

  static Map<String, String> byCertificate(String bootstrap, Certificates certificates) {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "security.protocol",
        "SSL",
        "ssl.keystore.type",
        "PEM",
        "ssl.keystore.location",
        certificates.operator().toString(),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        certificates.authority().toString());
  }

  /**
   * A force's whole {@code client.properties}, which needs no other file: Java clients and Kafka's
   * own tools take it as it is.
   */
  public static String ofForce(
      String bootstrap, Force force, String password, Certificates certificates)
      throws IOException {
    var name = LogUsers.nameOf(force.code());
    return ofForce(force, byPassword(bootstrap, name, password, certificates), certificates);
  }

  /**
   * The same, by a certificate that is made for it.
   *
   * @param user whose certificate it is
   */
  public static String ofForceByCertificate(
      String bootstrap, Force force, String user, Certificates certificates) throws IOException {
    var pair = certificates.client(user);
    var settings = new HashMap<>(byCertificate(bootstrap, certificates));
    settings.remove("ssl.keystore.location");
    settings.put("ssl.keystore.key", pair.key().strip());
    settings.put("ssl.keystore.certificate.chain", pair.chain().strip());
    return ofForce(force, settings, certificates);
  }

  private static String ofForce(Force force, Map<String, String> entry, Certificates certificates)
      throws IOException {
    var name = LogUsers.nameOf(force.code());
    var settings = new HashMap<>(entry);
    settings.remove("ssl.truststore.location");
    settings.put("ssl.truststore.certificates", Files.readString(certificates.authority()).strip());
    settings.put("group.id", name + ".records");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    return text(
        List.of(
            "%s (%s) reads its feed from %s and sends commands to %s."
                .formatted(
                    force.name(),
                    force.code(),
                    FeedTopic.DISSEMINATIONS.of(force.code()),
                    FeedTopic.COMMANDS.of(force.code())),
            "Any group.id that begins with %s. may be used. How: docs/subscribing.md"
                .formatted(name)),
        settings);
  }

  /**
   * @param comments lines above the settings
   */
  static String text(List<String> comments, Map<String, String> settings) {
    var text = new StringBuilder();
    for (String comment : comments) text.append("# ").append(comment).append('\n');
    new TreeMap<>(settings)
        .forEach(
            (name, value) -> text.append(name).append('=').append(escaped(value)).append('\n'));
    return text.toString();
  }

  /** As {@link java.util.Properties} reads it; its own writing would add the time of day. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
