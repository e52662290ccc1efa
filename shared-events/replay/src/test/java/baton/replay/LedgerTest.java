package baton.replay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.policy.file.Defaults;
import baton.replay.RandomLog.Told;
import baton.replay.model.Entry;
import baton.replay.model.EventReader;
import baton.replay.model.Ledger;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import baton.replay.model.Summary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the log holds, and however little memory there is, the ledger says what the fold says.
 */
class LedgerTest {
  private static final JournalReader READER = new JournalReader();
  private static final long AMPLE = 64 << 20;

  private final long seed = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());

  @Test
  void with_room_for_everything_every_state_is_that_of_the_fold() {
    List<Told> log = new RandomLog(seed, true).referrals(1_500, 30);
    Ledger ledger = swept(log, AMPLE);
    Map<ReferralId, Custody> states = folded(log);
    assertThat(ledger.late()).isZero();
    for (ReferralId referral : states.keySet())
      assertThat(ledger.shards().getFirst().find(referral).custody())
          .as(why(referral))
          .isEqualTo(states.get(referral));
    assertThat(ledger.eachOpen(custody -> {})).as(why()).isEqualTo(states.size());
  }

  @Test
  void with_little_room_what_is_open_is_that_of_the_fold_and_what_is_concluded_sums_up_to_it() {
    List<Told> log = new RandomLog(seed, true).referrals(1_500, 30);
    assertSame(log, swept(log, swept(log, AMPLE).bytes() * 9 / 10));
  }

  @Test
  void an_orderly_log_is_dropped_almost_as_it_ends() {
    List<Told> log = new RandomLog(seed, false).referrals(4_000, 12);
    Ledger ledger = swept(log, swept(log, AMPLE).bytes() * 85 / 100);
    assertSame(log, ledger);
    assertThat(ledger.general()).as(why()).isLessThan(log.size() / 4);
  }

  @Test
  void what_ended_before_its_story_was_whole_gives_way_as_well_once_it_is() {
    var stories = new RandomLog(seed, false);
    var awaited = new ArrayList<Told>();
    var ended = new ArrayList<Told>();
    var concluded = new ArrayList<Told>();
    var open = new ArrayList<Told>();
    for (int i = 0; i < 200; i++) {
      List<Told> story = settled(stories);
      awaited.add(story.removeFirst());
      ended.addAll(story);
      for (int more = 0; more < 3; more++) concluded.addAll(settled(stories));
      List<Told> begun = settled(stories);
      begun.removeFirst();
      open.addAll(begun);
    }
    long none = swept(List.of(), AMPLE).bytes();
    long ofOpen = swept(open, AMPLE).bytes() - none;
    long ofConcluded = swept(concluded, AMPLE).bytes() - none;
    long all = swept(joined(ended, awaited, concluded, open), AMPLE).bytes();
    // Room for half of what ended early and all that is open, and for nothing else.
    long little = all - ofConcluded - ofOpen / 2;
    var ledger = Ledger.empty(new Ledger.Size(1, 1, little), READER, Defaults.book(), Instant.MAX);
    feed(ledger, ended);
    feed(ledger, concluded);
    feed(ledger, awaited);
    feed(ledger, open);
    assertThat(ledger.late()).as(why()).isZero();
    assertSame(joined(ended, concluded, awaited, open), ledger);
  }

  /** One that may give way once it is whole. */
  private static List<Told> settled(RandomLog stories) {
    while (true) {
      List<Told> story = stories.concluded();
      Custody whole = folded(story).values().iterator().next();
      if (Summary.of(whole) != Summary.NONE) return new ArrayList<>(story);
    }
  }

  @Test
  void nothing_recorded_later_counts() {
    List<Told> log = new RandomLog(seed, true).referrals(300, 20);
    Instant asAt = Instant.parse("2026-12-10T00:00:00Z");
    var ledger = Ledger.empty(new Ledger.Size(1, 1, AMPLE), READER, Defaults.book(), asAt);
    feed(ledger, log);
    var fold = new LogFold(Defaults.book());
    each(
        log,
        event -> {
          if (!event.recordedTime().isAfter(asAt)) fold.apply(event);
        });
    fold.states()
        .forEach(
            (referral, custody) ->
                assertThat(ledger.shards().getFirst().find(referral).custody())
                    .as(why(referral))
                    .isEqualTo(custody));
    assertThat(ledger.eachOpen(custody -> {})).isEqualTo(fold.states().size());
    assertThat(ledger.newest()).isBeforeOrEqualTo(asAt);
  }

  @Test
  void what_was_packed_is_folded_without_being_parsed_again() {
    List<Told> log = new RandomLog(seed, false).referrals(1_500, 30);
    var parsed = new AtomicLong();
    var counting =
        new EventReader() {
          @Override
          public Recorded<? extends BatonEvent> read(byte[] document, String key) {
            parsed.incrementAndGet();
            return READER.read(document, key);
          }

          @Override
          public Object value(String json, Class<?> type) {
            return READER.value(json, type);
          }
        };
    var ledger = Ledger.empty(new Ledger.Size(1, 1, AMPLE), counting, Defaults.book(), Instant.MAX);
    feed(ledger, log);
    long whileReading = parsed.getAndSet(0);
    Map<ReferralId, Custody> states = folded(log);
    for (ReferralId referral : states.keySet())
      assertThat(ledger.shards().getFirst().find(referral).custody())
          .as(why(referral))
          .isEqualTo(states.get(referral));
    assertThat(whileReading).as(why()).isPositive();
    assertThat(parsed.get()).as(why()).isLessThan(log.size() / 4);
  }

  private void assertSame(List<Told> log, Ledger ledger) {
    Map<ReferralId, Custody> states = folded(log);
    int dropped = 0;
    for (ReferralId referral : states.keySet()) {
      Entry entry = ledger.shards().getFirst().find(referral);
      Custody state = states.get(referral);
      if (entry.custody() == null) {
        dropped++;
        assertThat(entry.summary()).as(why(referral)).isNotEqualTo(Summary.NONE);
        assertThat(entry.summary()).as(why(referral)).isEqualTo(Summary.of(state));
      } else assertThat(entry.custody()).as(why(referral)).isEqualTo(state);
    }
    assertThat(dropped).as(why()).isPositive();
    assertThat(ledger.eachOpen(custody -> {})).as(why()).isEqualTo(states.size());
  }

  private static Ledger swept(List<Told> log, long bytesMax) {
    var ledger =
        Ledger.empty(new Ledger.Size(1, 1, bytesMax), READER, Defaults.book(), Instant.MAX);
    feed(ledger, log);
    if (ledger.late() > 0) {
      ledger.collect();
      feed(ledger, log);
      ledger.collected();
    }
    return ledger;
  }

  private static void feed(Ledger ledger, List<Told> log) {
    Shard shard = ledger.shards().getFirst();
    var lines = new Line[64];
    int count = 0;
    for (Told told : log) {
      byte[] key = told.key().getBytes(StandardCharsets.UTF_8);
      Line line = shard.read(key, key.length, told.value(), 0, told.value().length);
      if (line.kind() == Line.Kind.REGISTER) {
        ledger.register(line.register());
        continue;
      }
      lines[count++] = line;
      if (count == lines.length) {
        shard.add(lines, count);
        count = 0;
      }
    }
    shard.add(lines, count);
  }

  @SafeVarargs
  private static List<Told> joined(List<Told>... logs) {
    return Stream.of(logs).flatMap(List::stream).toList();
  }

  private static Map<ReferralId, Custody> folded(List<Told> log) {
    var fold = new LogFold(Defaults.book());
    each(log, fold::apply);
    return fold.states();
  }

  private static void each(
      List<Told> log,
      java.util.function.Consumer<baton.contract.Recorded<? extends baton.contract.BatonEvent>>
          to) {
    for (Told told : log) {
      Recorded<? extends BatonEvent> event;
      try {
        event = READER.read(told.value(), told.key());
      } catch (RuntimeException unreadable) {
        continue;
      }
      to.accept(event);
    }
  }

  private String why() {
    return "-Dbaton.seed=" + seed;
  }

  private String why(ReferralId referral) {
    return referral + " of " + why();
  }
}
