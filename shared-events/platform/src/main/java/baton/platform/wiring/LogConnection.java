package baton.platform.wiring;

import baton.platform.BatonConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;

/**
 * How the broker is reached, for every client of Kafka's that a service makes: addresses, and what
 * is needed to be let in.
 */
public final class LogConnection {

  private LogConnection() {}

  /**
   * Settings to begin a client's own with.
   *
   * @throws UncheckedIOException the file with the settings cannot be read
   */
  public static Map<String, Object> of(BatonConfig config) {
    var settings = new HashMap<String, Object>();
    config.kafkaClientFile().ifPresent(file -> settings.putAll(read(file)));
    settings.putAll(config.kafkaClient());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka());
    // What holds a password tells nobody, whoever writes these settings into a log.
    settings.computeIfPresent(
        SaslConfigs.SASL_JAAS_CONFIG, (_, login) -> new Password(login.toString()));
    return settings;
  }

  private static Map<String, Object> read(Path file) {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("BATON_KAFKA_CLIENT_FILE cannot be read: " + file, e);
    }
    var settings = new HashMap<String, Object>();
    properties.stringPropertyNames().forEach(name -> settings.put(name, properties.get(name)));
    return settings;
  }
}
