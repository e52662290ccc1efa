package baton.escalation.replay;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import baton.contract.BatonEvent;
import baton.contract.Nation;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.FindingKind;
import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Findings;
import baton.custody.LogFold;
import baton.escalation.archive.ArchivePages;
import baton.escalation.fixtures.Live;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.replay.model.StoryAsAt;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderConfig;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.policy.file.Defaults;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import baton.replay.model.Ledger;
import baton.roster.Cover;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever computes it comes to the same: the live board, the sweep, the archive as at any moment by
 * either of an event's times, the fold of the log, and the naive fold of these tests. On random
 * histories with repeats, with a register that comes late, while readers come and go.
 */
@QuarkusTest
@TestProfile(OneAnswerTest.OnALogOfItsOwn.class)
class OneAnswerTest {
  private static final int REFERRALS = Integer.getInteger("baton.histories", 10);

  /** One after the other on the same log: each finds what the ones before have left. */
  private static final String SEEDS = System.getProperty("baton.seeds", "22,4711,5");

  private static final List<Long> EACH_SEED =
      Stream.of(SEEDS.split(",")).map(Long::valueOf).toList();

  private static final int EVENTS_MAX = 40;
  private static final int OF_REGISTER = 60;
  private static final int PORTIONS = 6;
  private static final int MOMENTS = 16;
  private static final long LEDGER_BYTES_MAX = 64 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration BOARD_WITHIN = Duration.ofMinutes(10);

  /** Fresh databases and topics: the only log that this service has ever seen. */
  public static class OnALogOfItsOwn implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class,
              Map.of(
                  "baton.clock", "stepped",
                  "baton.clock-start", "2026-11-01T00:00:00Z",
                  "baton.escalation.look-every", "50ms")));
    }
  }

  @Inject ArchiveReplay replay;
  @Inject LogAsAt logAsAt;
  @Inject ArchivePages archive;
  @Inject CustodyBoard board;
  @Inject Transactions transactions;
  @Inject AxonJournal journal;
  @Inject LogHandler handler;

  @TempDir Path folder;

  private final NaiveFold naive = new NaiveFold();
  private final List<Recorded<? extends BatonEvent>> log = new ArrayList<>();

  @Test
  void board_sweep_as_at_and_a_naive_fold_agree() {
    try (var live = new Live()) {
      log.addAll(calendars());
      log.forEach(naive::tell);
      RandomLog random = null;
      for (long seed : EACH_SEED) {
        random =
            random == null
                ? new RandomLog(seed)
                : random.then(seed, naive.end().plus(Duration.ofDays(3)));
        agree(live, random);
      }
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("-Dbaton.seeds=" + SEEDS, failure);
    }
  }

  private void agree(Live live, RandomLog random) {
    List<Recorded<? extends BatonEvent>> story = random.events(REFERRALS, EVENTS_MAX, OF_REGISTER);
    log.addAll(story);
    tell(live, story, random.chance());
    // Of what waits the board says nothing, and the fold of the log does.
    assertThat(live.parked()).isEmpty();
    theBoardIsTheNaiveFold();
    theFoldOfTheLogIsTheNaiveFold();
    theSweepFindsNoDifference();
    for (int i = 0; i < MOMENTS; i++) {
      Instant asAt = moment(random.chance());
      theArchiveAsAt(asAt);
      oneOverRest(random.one(naive.referrals()), asAt);
      if (i % 8 == 0) {
        allOverRest(asAt);
        theLogAsAt(asAt, null);
        theLogAsAt(asAt, snapshots());
      }
    }
    theSweepAsAt(moment(random.chance()));
  }

  /** In portions, each with some of what was told before; a reader of its own for every other. */
  private void tell(Live live, List<Recorded<? extends BatonEvent>> story, RandomGenerator random) {
    int each = story.size() / PORTIONS + 1;
    for (int from = 0; from < story.size(); from += each) {
      var portion = new ArrayList<Recorded<? extends BatonEvent>>();
      for (var event : story.subList(from, Math.min(from + each, story.size()))) {
        portion.add(event);
        if (random.nextInt(6) == 0)
          portion.add(random.nextBoolean() ? event : story.get(random.nextInt(from + 1)));
      }
      portion.forEach(naive::tell);
      boolean another = (from / each) % 2 == 1;
      LogReader reader = another ? reader() : null;
      if (reader != null) reader.start();
      live.others().tell(portion);
      // The one that has just come leaves in the middle of it.
      if (reader != null) reader.close();
      live.stepTo(naive.end().plusSeconds(1));
      snapshots().write(LogReplay.upTo(everything(), null, new LogReplay.Watcher() {}));
    }
  }

  private Snapshots snapshots() {
    return new Snapshots(folder, EACH_SEED.size() * PORTIONS);
  }

  private static ReplaySettings everything() {
    return ReplaySettings.atOpenBroker(
        RealParts.get().kafka(),
        new Ledger.Size(2, EACH_SEED.size() * REFERRALS, LEDGER_BYTES_MAX));
  }

  /** What the service itself adopted at its start, and every working day depends on. */
  private List<Recorded<? extends BatonEvent>> calendars() {
    return await("the nations' calendars")
        .atMost(PATIENCE)
        .until(this::archivedCalendars, found -> found.size() == Nation.values().length);
  }

  private List<Recorded<? extends BatonEvent>> archivedCalendars() {
    var found = new ArrayList<Recorded<? extends BatonEvent>>();
    archive.<RuntimeException>registerAfter(
        null,
        event -> {
          var recorded = new EventCodec().decode(Envelope.parse(event.value()));
          if (recorded.event() instanceof CalendarAdopted) found.add(recorded);
        });
    return found;
  }

  private LogReader reader() {
    return new LogReader(
        ReaderConfig.of("/escalation-service", RealParts.get().kafka()),
        transactions,
        journal,
        new EventCodec(),
        handler,
        new SimpleMeterRegistry());
  }

  private void theBoardIsTheNaiveFold() {
    for (ReferralId referral : naive.referrals()) {
      Optional<Custody> row =
          transactions.inTransaction(() -> board.find(referral, transactions.connection()));
      assertThat(row).as("the board's row").isEqualTo(naive.now(referral));
    }
  }

  private void theFoldOfTheLogIsTheNaiveFold() {
    var fold = new LogFold(Defaults.book());
    log.stream().filter(event -> event.referral() == null).forEach(fold::apply);
    log.stream().filter(event -> event.referral() != null).forEach(fold::apply);
    for (ReferralId referral : naive.referrals())
      assertThat(Optional.ofNullable(fold.states().get(referral))).isEqualTo(naive.now(referral));
  }

  private void theArchiveAsAt(Instant asAt) {
    for (ReferralId referral : naive.referrals())
      for (Reckoning by : Reckoning.values())
        assertThat(replay.told(referral, asAt, by).map(told -> told.asAt()).map(StoryAsAt::custody))
            .as("as at %s, by %s", asAt, by)
            .isEqualTo(expected(referral, asAt, by));
  }

  /**
   * @param from the snapshots to begin with, or null for the first offset
   */
  private void theLogAsAt(Instant asAt, Snapshots from) {
    var told = new ConcurrentHashMap<ReferralId, Custody>();
    logAsAt.each(asAt, from, 0, told::put);
    for (ReferralId referral : naive.referrals())
      assertThat(Optional.ofNullable(told.get(referral)))
          .as("as at %s, from the first offset: %s", asAt, from == null)
          .isEqualTo(naive.recordedBy(referral, asAt));
  }

  private void oneOverRest(ReferralId referral, Instant asAt) {
    for (Reckoning by : Reckoning.values()) {
      String asked = "/custody/" + referral + "?asAt=" + asAt + "&by=" + by.wireName();
      Custody expected = expected(referral, asAt, by).orElse(null);
      if (expected == null) {
        assertThat(Live.auditor().get(asked).statusCode()).as(asked).isEqualTo(404);
        continue;
      }
      JsonPath told = get(asked).extract().jsonPath();
      assertThat(told.getString("by")).isEqualTo(by.wireName());
      assertThat(told.getString("stage")).isEqualTo(Objects.toString(expected.stage(), null));
      custodian(told, expected.custodian(), asAt, by);
      assertThat(told.getString("priority")).isEqualTo(expected.priority().name());
      assertThat(told.<Map<String, String>>getList("clocks"))
          .extracting(
              each -> each.get("clock"), each -> each.get("due"), each -> each.get("policyVersion"))
          .containsExactlyElementsOf(
              expected.clocks().all().stream()
                  .filter(clock -> clock.at(asAt) != Clock.State.STOPPED)
                  .map(
                      clock ->
                          tuple(clock.name().name(), clock.due().toString(), clock.policyVersion()))
                  .toList());
      assertThat(told.getList("findings.kind"))
          .isEqualTo(Findings.of(expected, asAt).stream().map(each -> each.kind().name()).toList());
    }
  }

  private void custodian(JsonPath told, Custodian expected, Instant asAt, Reckoning by) {
    if (expected == null) {
      assertThat(told.<Object>get("custodian")).isNull();
      return;
    }
    assertThat(told.getString("custodian.organisation"))
        .isEqualTo(expected.organisation().toString());
    assertThat(told.getString("custodian.person"))
        .isEqualTo(Objects.toString(expected.person(), null));
    assertThat(told.getString("custodian.since")).isEqualTo(expected.since().toString());
    NaiveRoster then =
        by == Reckoning.RECORDED ? naive.rosterRecordedBy(asAt) : naive.rosterInEffectBy(asAt);
    assertThat(told.getString("supervisor"))
        .as("the supervisor then")
        .isEqualTo(Objects.toString(then.supervisorOf(Cover.of(expected), asAt), null));
  }

  private void allOverRest(Instant asAt) {
    for (Reckoning by : Reckoning.values()) {
      List<Custody> all =
          naive.referrals().stream()
              .flatMap(referral -> expected(referral, asAt, by).stream())
              .toList();
      String moment = "asAt=" + asAt + "&by=" + by.wireName();
      JsonPath summary = board("/custody/summary?" + moment);
      assertThat(summary.getLong("open")).isEqualTo(all.stream().filter(Custody::open).count());
      assertThat(summary.getLong("waitingAcceptance"))
          .isEqualTo(
              all.stream()
                  .filter(Custody::open)
                  .filter(custody -> !custody.offers().waiting().isEmpty())
                  .count());
      assertThat(board("/custody?limit=1000&" + moment).getList("items.referralId"))
          .isEqualTo(all.stream().map(each -> each.referral().toString()).toList());
      assertThat(board("/custody?limit=1000&force=46&" + moment).getList("items.referralId"))
          .isEqualTo(
              all.stream()
                  .filter(each -> each.force() != null && each.force().value().equals("46"))
                  .map(each -> each.referral().toString())
                  .toList());
      assertThat(pages("state=overdue&limit=3&" + moment))
          .isEqualTo(
              all.stream()
                  .filter(Custody::open)
                  .filter(each -> overdue(each, asAt))
                  .map(each -> each.referral().toString())
                  .toList());
    }
  }

  /** The service asks to be asked again where it reads the log for longer than somebody waits. */
  private static JsonPath board(String path) {
    return await("a board as at a moment")
        .atMost(BOARD_WITHIN)
        .until(() -> Live.auditor().get(path), answer -> answer.statusCode() != 503)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static boolean overdue(Custody custody, Instant asAt) {
    return custody.clocks().all().stream().anyMatch(c -> c.at(asAt) == Clock.State.EXPIRED)
        || custody.offers().waiting().stream().anyMatch(offer -> offer.overdue(asAt));
  }

  private static List<String> pages(String query) {
    var ids = new ArrayList<String>();
    String after = "";
    while (after != null) {
      JsonPath page = board("/custody?" + query + after);
      ids.addAll(page.getList("items.referralId"));
      assertThat(page.getString("completeTo")).isNotNull();
      String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
    }
    return ids;
  }

  private void theSweepFindsNoDifference() {
    JsonPath report = Live.swept("{}");
    assertThat(report.getString("state")).as(report.getString("reason")).isEqualTo("done");
    assertThat(report.getList("differences")).isEmpty();
    assertThat(report.getLong("referrals")).isEqualTo(naive.referrals().size());
  }

  private void theSweepAsAt(Instant asAt) {
    JsonPath report = Live.swept("{\"asAt\":\"" + asAt + "\"}");
    var expected = new TreeMap<String, Integer>();
    for (ReferralId referral : naive.referrals())
      naive
          .recordedBy(referral, asAt)
          .ifPresent(
              custody -> {
                for (var finding : Findings.of(custody, asAt))
                  expected.merge(finding.kind().name(), 1, Integer::sum);
              });
    var found = new TreeMap<String, Integer>(report.<String, Integer>getMap("findings"));
    found.values().removeIf(count -> count == 0);
    assertThat(found).isEqualTo(expected).doesNotContainKey(FindingKind.LOG_DIVERGED.name());
  }

  private Optional<Custody> expected(ReferralId referral, Instant asAt, Reckoning by) {
    return switch (by) {
      case RECORDED -> naive.recordedBy(referral, asAt);
      case HAPPENED -> naive.happenedBy(referral, asAt);
    };
  }

  /** Half of them exactly at an event, or just before it. */
  private Instant moment(RandomGenerator random) {
    if (random.nextBoolean()) {
      var event = log.get(random.nextInt(log.size()));
      Instant at = random.nextBoolean() ? event.recordedTime() : event.time();
      Instant then = random.nextBoolean() ? at : at.minusNanos(1_000);
      return then.isAfter(naive.end()) ? naive.end() : then;
    }
    Instant first = RandomLog.START.minus(Duration.ofDays(2));
    long span = Duration.between(first, naive.end()).toSeconds();
    return first.plusSeconds(random.nextLong(span));
  }
}
