package baton.local;

import baton.local.client.ServiceName;
import baton.local.recovery.KeyringLook;
import baton.parts.Database;
import baton.parts.LocalPostgres;
import baton.parts.access.AccessKeys;
import baton.parts.access.LogUser;
import baton.parts.access.LogUsers;
import baton.parts.keys.CheckpointKey;
import baton.parts.keys.KeyEncryptionKey;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the services are told by their environment. */
final class ServiceSettings {
  private final Map<String, String> common;
  private final Map<ServiceName, Database> databases;
  private final AccessKeys broker;

  private ServiceSettings(
      Map<String, String> common, Map<ServiceName, Database> databases, AccessKeys broker) {
    this.common = common;
    this.databases = databases;
    this.broker = broker;
  }

  /** Makes the databases and the keys where they are missing. */
  static ServiceSettings of(
      Home home,
      LocalPostgres postgres,
      Brokers brokers,
      ClockMode clock,
      Instant clockStart,
      Path roster)
      throws IOException {
    var keyring = postgres.database("keyring");
    Path kek = home.keys().resolve("kek.json");
    new KeyringLook(postgres.server(), kek).requireKeyEncryptionKey();
    var common = new HashMap<String, String>();
    common.put("BATON_KAFKA", brokers.bootstrap());
    if (brokers.numbers().size() > 1) {
      common.put("BATON_TOPICS_REPLICATION", Integer.toString(brokers.numbers().size()));
      common.put("BATON_TOPICS_MIN_INSYNC", "2");
    }
    common.put("BATON_CLOCK", clock.toString());
    common.put("BATON_KEYRING_URL", keyring.url());
    common.put("BATON_KEYRING_USER", keyring.user());
    common.put("BATON_KEYRING_PASSWORD", keyring.password());
    common.put("BATON_KEK", KeyEncryptionKey.in(kek).toString());
    common.put("BATON_CHECKPOINT_KEY", CheckpointKey.in(home.keys()).toString());
    common.put("BATON_TOKEN_KEY", TokenIssuer.in(home.keys()).publicKeyFile().toString());
    common.put("BATON_ESCALATION_SWEEP_SNAPSHOTS", home.snapshots().toAbsolutePath().toString());
    // Synthetic data under tokens that a file on this machine signs: nobody else has to reach it.
    common.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    CopyMark.of(home).ifPresent(copy -> common.put("BATON_READ_ONLY", copy.of()));
    if (RestoredMark.isSet(home)) {
      common.put("BATON_COMPARE_FIRST", "true");
    }
    if (clockStart != null) {
      common.put("BATON_CLOCK_START", clockStart.toString());
    }
    if (roster != null) {
      common.put("BATON_ROSTER", roster.toAbsolutePath().toString());
    }
    var databases = new EnumMap<ServiceName, Database>(ServiceName.class);
    for (var service : ServiceName.values()) {
      databases.put(service, postgres.database(service.slug()));
    }
    return new ServiceSettings(common, databases, brokers.keys());
  }

  Map<String, String> environment(ServiceName service, int port) {
    var database = databases.get(service);
    var environment = new HashMap<>(common);
    environment.put("BATON_DB_URL", database.url());
    environment.put("BATON_DB_USER", database.user());
    environment.put("BATON_DB_PASSWORD", database.password());
    // A file, not the password itself: an environment is shown more easily.
    environment.put("BATON_KAFKA_CLIENT_FILE", broker.file(user(service)).toString());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return environment;
  }

  private static LogUser user(ServiceName service) {
    return switch (service) {
      case INTAKE -> LogUsers.INTAKE;
      case RISK -> LogUsers.RISK;
      case ALLOCATION -> LogUsers.ALLOCATION;
      case ESCALATION -> LogUsers.ESCALATION;
    };
  }
}
