package baton.platform.wiring;

import baton.platform.BatonConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** How the broker is reached. */
final class LogConnection {

  private LogConnection() {}

  static Map<String, Object> of(BatonConfig config) {
    var settings = new HashMap<String, Object>(config.kafkaClient());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka());
    return settings;
  }
}
