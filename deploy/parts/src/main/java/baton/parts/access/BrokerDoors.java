package baton.parts.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;

/**
 * The doors of a broker that knows everybody. Clients come by password (SCRAM-SHA-512) over TLS;
 * brokers, controllers, {@code ./baton} and forces that prefer it by a certificate of the
 * installation's own authority. Nobody comes in the clear, and nobody without a name.
 */
public final class BrokerDoors {
  static final String MECHANISM = "SCRAM-SHA-512";
  static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule";

  /** A password that was renewed or taken away opens nothing any more after that long. */
  private static final String ASKED_AGAIN_MILLIS = Integer.toString(60 * 60 * 1000);

  private BrokerDoors() {}

  /** What guards every door. */
  public static Properties settings(Path keys) throws IOException {
    var certificates = Certificates.in(keys, Instant.now());
    var settings = new Properties();
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("super.users", "User:" + LogUsers.BROKER + ";User:" + LogUsers.OPERATOR);
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.location", certificates.broker().toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", certificates.authority().toString());
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=([a-z0-9.-]+)$/$1/");
    settings.put("sasl.enabled.mechanisms", MECHANISM);
    settings.put("connections.max.reauth.ms", ASKED_AGAIN_MILLIS);
    return settings;
  }

  /** A door for those who come by password. */
  public static void byPassword(String door, Properties settings) {
    settings.put(
        "listener.name." + door.toLowerCase(Locale.ROOT) + ".scram-sha-512.sasl.jaas.config",
        LOGIN + " required;");
  }

  /** A door for those who come by certificate. */
  public static void byCertificate(String door, Properties settings) {
    settings.put("listener.name." + door.toLowerCase(Locale.ROOT) + ".ssl.client.auth", "required");
  }
}
