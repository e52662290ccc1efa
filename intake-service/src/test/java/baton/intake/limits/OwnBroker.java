package baton.intake.limits;

import baton.parts.LocalBroker;
import baton.parts.LogTopics;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The usual parts, and a broker that a test may stop without harm to any other. */
public class OwnBroker extends BatonTestResource {
  static final String PROCESS = "baton.test.broker-process";
  private static final int PARTITIONS = 12;

  private LocalBroker broker;

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    var folder = RealParts.get().folder().resolve("broker-" + UUID.randomUUID());
    broker = LocalBroker.start(folder, 0, "256m");
    LogTopics.create(broker.bootstrap(), PARTITIONS, 1);
    settings.put("baton.kafka", broker.bootstrap());
    settings.put(PROCESS, Long.toString(broker.process().pid()));
    return settings;
  }

  @Override
  public void stop() {
    broker.process().destroyForcibly();
  }
}
