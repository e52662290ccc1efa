package baton.parts.access;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.parts.BrokerNode;
import baton.parts.BrokerNode.Guard;
import baton.parts.LocalBroker;
import baton.parts.LogTopics;
import baton.parts.Ports;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A broker as an installation has it, with its standing users and two forces. */
final class GuardedBroker implements AutoCloseable {
  static final OrganisationCode KENT = OrganisationCode.of("46");
  static final OrganisationCode SURREY = OrganisationCode.of("45");

  private final LocalBroker broker;
  private final AccessKeys keys;
  private final String inside;
  private final Map<LogUser, String> files = new LinkedHashMap<>();
  private LogUser certified;

  private GuardedBroker(LocalBroker broker, AccessKeys keys, int inside) {
    this.broker = broker;
    this.keys = keys;
    this.inside = "127.0.0.1:" + inside;
  }

  static LogUser user(OrganisationCode force) {
    return LogUsers.force(Forces.byCode(force).orElseThrow());
  }

  static GuardedBroker start(Path folder) throws IOException {
    var keys = AccessKeys.in(folder.resolve("keys"));
    int inside = Ports.free();
    var node =
        new BrokerNode(
            1,
            Ports.free(),
            List.of(Ports.free()),
            Uuid.randomUuid().toString(),
            List.of(),
            new Guard(inside, keys.folder()));
    var broker = LocalBroker.start(folder.resolve("broker"), node, "256m");
    var guarded = new GuardedBroker(broker, keys, inside);
    guarded.settle();
    return guarded;
  }

  private void settle() throws IOException {
    LogTopics.create(operator(), 1, 1);
    keys.writeFiles(broker.bootstrap(), inside);
    try (var admin = Admin.create(operator())) {
      new LogAccess(admin).settle(keys);
      var access = new ForceAccess(admin);
      for (OrganisationCode code : List.of(KENT, SURREY)) {
        var force = Forces.byCode(code).orElseThrow();
        file(
            LogUsers.force(force),
            ClientProperties.ofForce(
                broker.bootstrap(),
                force,
                access.byPassword(force, 1, false, password -> password).orElseThrow(),
                keys.certificates()));
      }
      var kent = Forces.byCode(KENT).orElseThrow();
      access.byCertificate(
          kent,
          1,
          false,
          name -> {
            certified = LogUsers.force(kent).as(name);
            file(
                certified,
                ClientProperties.ofForceByCertificate(inside, kent, name, keys.certificates()));
            return name;
          });
    }
    for (LogUser user : LogUsers.standing()) file(user, Files.readString(keys.file(user)));
  }

  private void file(LogUser user, String properties) {
    files.put(user, properties);
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /** Where those come in who have a certificate. */
  String inside() {
    return inside;
  }

  AccessKeys keys() {
    return keys;
  }

  Map<String, Object> operator() {
    return keys.operator(inside);
  }

  /** Everybody who comes in here, and by which {@code client.properties}. */
  Map<LogUser, String> files() {
    return files;
  }

  /** Kent again, by certificate. */
  LogUser certified() {
    return certified;
  }

  Map<String, Object> as(LogUser user) {
    return read(files.get(user));
  }

  static Map<String, Object> read(String file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Groups are for each test to say.
    properties.remove("group.id");
    var settings = new HashMap<String, Object>();
    properties.stringPropertyNames().forEach(name -> settings.put(name, properties.get(name)));
    return settings;
  }

  Map<String, Object> as(String user, String password) {
    return Map.copyOf(
        ClientProperties.byPassword(bootstrap(), user, password, keys.certificates()));
  }

  @Override
  public void close() {
    broker.process().destroyForcibly();
  }
}
