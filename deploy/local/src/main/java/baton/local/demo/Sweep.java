package baton.local.demo;

import static baton.local.client.ServiceName.ESCALATION;

import baton.local.client.Staff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Asks escalation-service to read the whole log again, and waits for what it says. */
final class Sweep {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Sweep() {}

  static JsonNode run(Stage stage) {
    JsonNode accepted =
        stage.client().post(ESCALATION, Staff.auditor(), "/sweeps", Map.of()).orFail();
    String path = "/sweeps/" + accepted.path("sweepId").asText();
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode sweep = stage.client().get(ESCALATION, Staff.auditor(), path).orFail();
      String state = sweep.path("state").asText();
      if (state.equals("done")) return sweep;
      if (state.equals("failed") || Instant.now().isAfter(giveUp))
        throw new IllegalStateException("the sweep did not end: " + sweep);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
