package baton.escalation.platform;

import baton.journal.relay.HeartbeatListener;
import baton.journal.relay.Heartbeats;
import baton.platform.BatonConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import org.apache.kafka.clients.CommonClientConfigs;

/** Listens to the relays' heartbeats for as long as the service runs. */
@Singleton
public class Hearing {
  private final HeartbeatListener listener;

  Hearing(BatonConfig config) {
    var kafka = new HashMap<String, Object>(config.kafkaClient());
    kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka());
    listener = new HeartbeatListener(kafka, heard -> {});
  }

  @Produces
  @Singleton
  Heartbeats heartbeats() {
    return listener.heartbeats();
  }

  void start(@Observes StartupEvent event) {
    listener.start();
  }

  void stop(@Observes ShutdownEvent event) {
    listener.close();
  }
}
