package baton.escalation.clockkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.OtherServices;
import baton.escalation.fixtures.Story;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service was stopped while two deadlines passed, one met in time and one not; it finds both on
 * the log when it starts.
 */
@QuarkusTest
@TestProfile(BackAfterTheDeadlineTest.StartedLate.class)
class BackAfterTheDeadlineTest {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant BACK = RECEIVED.plus(Duration.ofHours(10));

  private Live live;

  /** With parts of its own, so that the log can be there before the service. */
  public static class StartedLate implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ALogThatWentOn.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  /** Written before the service starts. */
  public static class ALogThatWentOn extends BatonTestResource {
    @Override
    public Map<String, String> start() {
      var settings = new HashMap<>(super.start());
      settings.put("baton.clock", "stepped");
      settings.put("baton.clock-start", BACK.toString());
      settings.put("baton.escalation.look-every", "50ms");
      var metInTime =
          new Story()
              .receivedAndOpened(RECEIVED)
              .assessorAccepted(RECEIVED.plus(Duration.ofHours(3)));
      var metByNobody = new Story().receivedAndOpened(RECEIVED);
      try (var others = new OtherServices(RealParts.get().kafka())) {
        others.tell(metInTime, metByNobody);
      }
      settings.put("test.met-in-time", metInTime.referral().toString());
      settings.put("test.met-by-nobody", metByNobody.referral().toString());
      return settings;
    }
  }

  @BeforeEach
  void begin() {
    live = new Live();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void what_was_met_in_time_is_no_alarm_and_what_was_not_is_one() {
    live.stepTo(BACK.plusSeconds(1));

    assertThat(live.escalationsOf(story("test.met-in-time"))).isEmpty();
    assertThat(live.escalationsOf(story("test.met-by-nobody"))).hasSize(2);
  }

  private static Story story(String setting) {
    String id =
        org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue(setting, String.class);
    return new Story(ReferralId.of(id));
  }
}
