package baton.escalation.sweep;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.EventTypes;
import baton.contract.escalation.ReplaySwept;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Story;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import baton.replay.model.Ledger;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sweeps that nobody asks for, and the ledgers that they leave for those up to a past moment. */
@QuarkusTest
@TestProfile(ScheduledSweepTest.EverySecond.class)
class ScheduledSweepTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int KEPT = 10;
  private static final Path FOLDER = folder();

  public static class EverySecond implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class,
              Map.of(
                  "baton.clock", "stepped",
                  "baton.clock-start", "2026-01-01T00:00:00Z",
                  "baton.escalation.look-every", "50ms",
                  "baton.escalation.sweep.every", "5s",
                  "baton.escalation.sweep.snapshots", FOLDER.toString(),
                  "baton.escalation.sweep.snapshots-kept", String.valueOf(KEPT))));
    }
  }

  @Test
  void the_past_is_swept_from_a_kept_ledger_and_comes_to_the_same() {
    try (var live = new Live()) {
      Instant start = live.now();
      live.others().tell(new Story().receivedAndOpened(start));
      live.stepTo(start.plus(Duration.ofHours(5)));
      var snapshots = new Snapshots(FOLDER, KEPT);
      await().atMost(PATIENCE).until(() -> !snapshots.times().isEmpty());
      Instant kept = snapshots.times().getFirst();

      live.others().tell(new Story().receivedAndOpened(start.plus(Duration.ofHours(6))));
      live.stepTo(start.plus(Duration.ofHours(12)));
      Instant asAt = start.plus(Duration.ofHours(11));
      JsonPath past = Live.swept("{\"asAt\":\"" + asAt + "\"}");
      assertThat(past.getString("state")).as(past.prettify()).isEqualTo("done");
      assertThat(past.getLong("total"))
          .as("what is behind the ledger alone")
          .isLessThan(Live.swept("{}").getLong("total"));
      Ledger.Told told = fromTheFirst(asAt);
      assertThat(past.getLong("referrals")).isEqualTo(told.referrals()).isEqualTo(2);
      var findings = new HashMap<String, Integer>();
      told.findings().forEach((kind, count) -> findings.put(kind.name(), count));
      assertThat(past.<String, Integer>getMap("findings")).isEqualTo(findings).isNotEmpty();

      await().atMost(PATIENCE).until(() -> snapshots.times().getFirst().isAfter(kept));
      assertThat(snapshots.times()).hasSizeLessThanOrEqualTo(KEPT);
      assertThat(get("/escalations?kind=BOARD_DIFFERS").extract().<List<?>>path("items")).isEmpty();
      String swept = EventTypes.nameOf(ReplaySwept.class);
      await()
          .atMost(PATIENCE)
          .until(
              () -> Live.auditor().get("/audit/events?from=" + start).asString().contains(swept));
    }
  }

  private static Ledger.Told fromTheFirst(Instant asAt) {
    var settings =
        ReplaySettings.atOpenBroker(RealParts.get().kafka(), new Ledger.Size(1, 10, 64 << 20))
            .asAt(asAt);
    return LogReplay.upTo(settings, null, new LogReplay.Watcher() {}).ledger().told(asAt);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("ledgers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
