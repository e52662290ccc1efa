package baton.escalation.platform;

import baton.journal.relay.HeartbeatListener;
import baton.journal.relay.Heartbeats;
import baton.platform.BatonConfig;
import baton.platform.wiring.LogConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Listens to the relays' heartbeats for as long as the service runs. */
@Singleton
public class Hearing {
  private final HeartbeatListener listener;

  Hearing(BatonConfig config) {
    listener = new HeartbeatListener(LogConnection.of(config), heard -> {});
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
