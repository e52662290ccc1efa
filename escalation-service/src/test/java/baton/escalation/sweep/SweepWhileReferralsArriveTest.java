package baton.escalation.sweep;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.OtherServices;
import baton.escalation.fixtures.Story;
import baton.journal.reader.LogReader;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On the system clock, one sweep follows the other while referrals arrive: none finds a difference
 * that is none, and deadlines are raised meanwhile. The full run has 200 referrals a second arrive
 * and tells how late deadlines were raised without and with sweeps, to be held against the goal of
 * 2 s on a quiet machine. Source: issue 5, what must be seen to hold, 4.
 */
@QuarkusTest
@TestProfile(SweepWhileReferralsArriveTest.OnTheSystemClock.class)
class SweepWhileReferralsArriveTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration LIMIT = Duration.ofHours(4);
  private static final int AT_ONCE = 10;
  private static final long EVERY_MILLIS = 50;

  /** Where a slow machine has so much to read, no more arrives for the moment. */
  private static final int LAG_MAX = 1_000;

  /** Far above the goal: this is a test of whether it comes, not of the machine. */
  private static final long LATE_MAX_MILLIS = 20_000;

  @Inject LogReader reader;

  private final OtherServices others = new OtherServices(RealParts.get().kafka());
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService arriving = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger arrived = new AtomicInteger();

  /** Sweeps that were asked for, and those of them that have not been seen to end. */
  private final List<String> asked = new ArrayList<>();

  private final List<String> unfinished = new ArrayList<>();
  private volatile Throwable broken;

  public static class OnTheSystemClock implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class, Map.of("baton.escalation.sweep.board-wait-max", "15m")));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @BeforeEach
  void beat() {
    long phase = 0;
    for (String writer : List.of(Story.INTAKE, Story.RISK, Story.ALLOCATION)) {
      beats.scheduleAtFixedRate(
          () -> others.watermark(writer, Instant.now()), phase, 500, TimeUnit.MILLISECONDS);
      phase += 167;
    }
  }

  @AfterEach
  void end() {
    arriving.shutdownNow();
    beats.shutdownNow();
    others.close();
  }

  @Test
  void none_finds_a_false_difference_and_deadlines_are_raised_meanwhile() {
    arriving.scheduleAtFixedRate(this::arrive, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    await().atMost(PATIENCE).until(() -> arrived.get() > 200);
    List<Long> delays = raisedWhile(this::sweepOn, 8);
    allHeld(delays);
  }

  @Test
  @Tag("full")
  void with_200_a_second_deadlines_are_raised_in_time() {
    arriving.scheduleAtFixedRate(this::arrive, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    await().atMost(PATIENCE).until(() -> arrived.get() > 5_000);
    List<Long> without = raisedWhile(() -> {}, 25);
    Instant began = Instant.now();
    int before = arrived.get();
    List<Long> with = raisedWhile(this::sweepOn, 50);
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1_000.0;
    System.out.printf(
        "%d sweeps while %.0f referrals a second arrived; raised after the deadline, ms: without"
            + " sweeps median %d, longest %d; with them median %d, longest %d%n",
        asked.size(),
        (arrived.get() - before) / seconds,
        without.get(without.size() / 2),
        without.getLast(),
        with.get(with.size() / 2),
        with.getLast());
    allHeld(with);
    assertThat(with.getLast()).isLessThan(LATE_MAX_MILLIS);
  }

  /**
   * How long after each deadline it was raised, the shortest first.
   *
   * @param meanwhile done again and again, from before the first deadline until all were raised
   */
  private List<Long> raisedWhile(Runnable meanwhile, int deadlines) {
    meanwhile.run();
    Map<String, Instant> due = deadlines(deadlines);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              meanwhile.run();
              return raised(due).size() == due.size();
            });
    return raised(due).entrySet().stream()
        .map(each -> Duration.between(due.get(each.getKey()), each.getValue()).toMillis())
        .sorted()
        .toList();
  }

  private void allHeld(List<Long> delays) {
    arriving.shutdownNow();
    await().atMost(PATIENCE).until(() -> unfinished().isEmpty());
    assertThat(broken).isNull();
    for (String location : asked) {
      JsonPath report = get(location).extract().jsonPath();
      assertThat(report.getString("state")).as(report.prettify()).isEqualTo("done");
      assertThat(report.getInt("differenceCount")).as(report.prettify()).isZero();
    }
    assertThat(delays).as("never before it").allMatch(ms -> ms >= 0);
  }

  private void arrive() {
    try {
      if (reader.lagEvents() > LAG_MAX) return;
      Instant now = Instant.now();
      var stories = new Story[AT_ONCE];
      for (int i = 0; i < AT_ONCE; i++) stories[i] = new Story().receivedAndOpened(now);
      others.tell(stories);
      arrived.addAndGet(AT_ONCE);
    } catch (RuntimeException | AssertionError failure) {
      if (!arriving.isShutdown()) broken = failure;
    }
  }

  private Map<String, Instant> deadlines(int count) {
    Instant first = Instant.now().plusSeconds(4);
    var due = new HashMap<String, Instant>();
    var stories = new ArrayList<Story>();
    for (int i = 0; i < count; i++) {
      Instant limit = first.plusMillis(i * 137L);
      var story = new Story().receivedAndOpened(limit.minus(LIMIT));
      stories.add(story);
      due.put(story.referral().toString(), limit);
    }
    others.tell(stories.toArray(Story[]::new));
    return due;
  }

  /** One that runs and one that waits for it. */
  private void sweepOn() {
    while (unfinished().size() < 2) {
      String location = ask();
      asked.add(location);
      unfinished.add(location);
    }
  }

  private List<String> unfinished() {
    unfinished.removeIf(SweepWhileReferralsArriveTest::over);
    return unfinished;
  }

  private static String ask() {
    return Live.auditor()
        .contentType("application/json")
        .body("{}")
        .post("/sweeps")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private static boolean over(String location) {
    return List.of("done", "failed", "cancelled").contains(state(location));
  }

  private static String state(String location) {
    return get(location).extract().path("state");
  }

  private static Map<String, Instant> raised(Map<String, Instant> due) {
    List<Map<String, Object>> items =
        get("/escalations?limit=1000&kind=HAND_OFF_OVERDUE").extract().path("items");
    var raised = new HashMap<String, Instant>();
    for (var each : items) {
      var referral = (String) each.get("referralId");
      if (due.containsKey(referral))
        raised.put(referral, Instant.parse((String) each.get("raisedAt")));
    }
    return raised;
  }
}
