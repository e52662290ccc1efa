package baton.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.policy.file.Defaults;
import baton.replay.RandomLog.Told;
import baton.replay.model.Entry;
import baton.replay.model.Ledger;
import baton.replay.model.Summary;
import baton.testing.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real log, read by two threads. */
class LogReplayTest {
  private static final String KAFKA = RealParts.get().kafka();
  private static final LogReplay.Watcher NOBODY = new LogReplay.Watcher() {};
  private static final JournalReader READER = new JournalReader();

  private final long seed = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
  private final ToldTopic topic = new ToldTopic(KAFKA, "replay-" + UUID.randomUUID());
  private final List<Told> log = new RandomLog(seed, true).referrals(300, 20);
  private final ReplaySettings settings =
      ReplaySettings.atOpenBroker(KAFKA, new Ledger.Size(2, 100, 64 << 20)).reading(topic.name());

  @TempDir Path folder;

  @BeforeEach
  void make() {
    topic.make();
  }

  @Test
  void every_state_is_that_of_the_fold_and_none_is_left_over() {
    topic.tell(log);
    var told = new AtomicLong();
    var replay = new LogReplay(settings);
    replay.readTo(
        replay.ends(),
        new LogReplay.Watcher() {
          @Override
          public void read(long records) {
            told.accumulateAndGet(records, Math::max);
          }
        });
    assertThat(told.get()).isEqualTo(log.size());
    assertSame(replay, folded(log, Instant.MAX));
  }

  @Test
  void what_is_behind_the_end_is_left_for_the_next_stretch() {
    topic.tell(log.subList(0, log.size() / 2));
    var replay = new LogReplay(settings);
    Map<TopicPartition, Long> half = replay.ends();
    topic.tell(log.subList(log.size() / 2, log.size()));
    replay.readTo(half, NOBODY);
    assertSame(replay, folded(log.subList(0, log.size() / 2), Instant.MAX));
    replay.readTo(replay.ends(), NOBODY);
    assertSame(replay, folded(log, Instant.MAX));
  }

  @Test
  void with_little_memory_what_was_dropped_and_is_told_of_again_is_read_again() {
    topic.tell(log);
    var ample = new LogReplay(settings);
    ample.readTo(ample.ends(), NOBODY);
    var size = new Ledger.Size(1, 100, ample.ledger().bytes() * 8 / 10);
    var replay = new LogReplay(ReplaySettings.atOpenBroker(KAFKA, size).reading(topic.name()));
    replay.readTo(replay.ends(), NOBODY);
    assertThat(replay.ledger().late()).isZero();
    assertSame(replay, folded(log, Instant.MAX));
  }

  @Test
  void from_a_snapshot_it_comes_to_the_same_as_from_the_first_offset() throws IOException {
    var snapshots = new Snapshots(folder, 2);
    topic.tell(log.subList(0, log.size() / 2));
    var first = new LogReplay(settings);
    first.readTo(first.ends(), NOBODY);
    snapshots.write(first);
    Instant kept = snapshots.times().getFirst();
    assertThat(kept).isEqualTo(first.ledger().newest());
    topic.tell(log.subList(log.size() / 2, log.size()));

    LogReplay on = snapshots.open(settings);
    assertThat(on.readTo()).isNotEmpty();
    on.readTo(on.ends(), NOBODY);
    assertSame(on, folded(log, Instant.MAX));

    Instant later = kept.plusSeconds(3600);
    LogReplay asAt = LogReplay.upTo(settings.asAt(later), snapshots, NOBODY);
    assertSame(asAt, folded(log, later));
    assertThat(snapshots.open(settings.asAt(kept.minusSeconds(1))).readTo()).isEmpty();

    var less = new Ledger.Size(1, 100, first.ledger().bytes() - 1);
    var poorer = ReplaySettings.atOpenBroker(KAFKA, less).reading(topic.name());
    assertThat(snapshots.open(poorer).readTo()).as("it does not fit").isEmpty();

    damage();
    assertThat(snapshots.open(settings).readTo()).isEmpty();
  }

  @Test
  void a_snapshot_of_another_topic_is_not_used() {
    var snapshots = new Snapshots(folder, 2);
    topic.tell(log);
    var first = new LogReplay(settings);
    first.readTo(first.ends(), NOBODY);
    snapshots.write(first);
    var other = new ToldTopic(KAFKA, "replay-" + UUID.randomUUID());
    other.make();
    assertThat(snapshots.open(settings.reading(other.name())).readTo()).isEmpty();
  }

  @Test
  void it_ends_when_nobody_wants_it() {
    topic.tell(log);
    var replay = new LogReplay(settings);
    assertThatThrownBy(
            () ->
                replay.readTo(
                    replay.ends(),
                    new LogReplay.Watcher() {
                      @Override
                      public boolean cancelled() {
                        return true;
                      }
                    }))
        .isInstanceOf(ReplayCancelled.class);
  }

  private void damage() throws IOException {
    Path file;
    try (var files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private void assertSame(LogReplay replay, Map<ReferralId, Custody> states) {
    String why = "-Dbaton.seed=" + seed;
    states.forEach(
        (referral, state) -> {
          Entry entry = replay.see(referral);
          if (entry.custody() == null)
            assertThat(entry.summary())
                .as(why + " " + referral)
                .isNotEqualTo(Summary.NONE)
                .isEqualTo(Summary.of(state));
          else assertThat(entry.custody()).as(why + " " + referral).isEqualTo(state);
        });
    var left = new HashMap<ReferralId, Entry>();
    replay.unseen(left::put);
    assertThat(left).as(why).isEmpty();
  }

  private static Map<ReferralId, Custody> folded(List<Told> log, Instant asAt) {
    var fold = new LogFold(Defaults.book());
    for (Told told : log) {
      try {
        var event = READER.read(told.value(), told.key());
        if (!event.recordedTime().isAfter(asAt)) fold.apply(event);
      } catch (RuntimeException unreadable) {
        // Nobody applies it.
      }
    }
    return fold.states();
  }
}
