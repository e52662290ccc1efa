package baton.escalation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.RosterEvent;
import baton.contract.escalation.TimescalesAdopted;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.replay.model.StoryAsAt;
import baton.escalation.roster.model.RosterChange;
import baton.escalation.roster.model.RosterTimeline;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import baton.roster.Cover;
import baton.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * What {@link OneAnswerTest} asks the running service, asked of the pure parts that answer there:
 * so cheap that every run tries several histories. {@code -Dbaton.rounds} for more.
 */
class OneAnswerInMemoryTest {
  private static final int ROUNDS = Integer.getInteger("baton.rounds", 6);
  private static final int REFERRALS = 16;
  private static final int EVENTS_MAX = 40;
  private static final int OF_REGISTER = 60;
  private static final int MOMENTS = 12;

  private NaiveFold naive;

  /** In log order, each event where it stands first. */
  private List<Recorded<? extends BatonEvent>> archive;

  @Test
  void board_as_at_roster_and_a_naive_fold_agree() {
    long first = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    for (long seed = first; seed != first + ROUNDS; seed++) {
      try {
        agree(new RandomLog(seed));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("-Dbaton.rounds=1 -Dbaton.seed=" + seed, failure);
      }
    }
  }

  private void agree(RandomLog random) {
    naive = new NaiveFold();
    archive = new ArrayList<>();
    List<Recorded<? extends BatonEvent>> told = withRepeats(random);
    told.forEach(naive::tell);
    var known = new HashSet<EventId>();
    for (var event : told) if (known.add(event.id())) archive.add(event);
    theFoldOfTheLog(told);
    RosterTimeline roster = roster();
    for (int i = 0; i < MOMENTS; i++) {
      Instant asAt = moment(random);
      theArchiveAsAt(asAt);
      theRosterAsAt(roster, asAt);
    }
  }

  private static List<Recorded<? extends BatonEvent>> withRepeats(RandomLog random) {
    var told = new ArrayList<Recorded<? extends BatonEvent>>();
    for (var event : random.events(REFERRALS, EVENTS_MAX, OF_REGISTER)) {
      told.add(event);
      if (random.chance().nextInt(6) == 0)
        told.add(random.chance().nextBoolean() ? event : random.one(told));
    }
    return told;
  }

  private void theFoldOfTheLog(List<Recorded<? extends BatonEvent>> told) {
    var fold = new LogFold(Defaults.book());
    told.stream().filter(event -> event.referral() == null).forEach(fold::apply);
    told.stream().filter(event -> event.referral() != null).forEach(fold::apply);
    for (ReferralId referral : naive.referrals())
      assertThat(Optional.ofNullable(fold.states().get(referral))).isEqualTo(naive.now(referral));
  }

  private void theArchiveAsAt(Instant asAt) {
    for (ReferralId referral : naive.referrals()) {
      List<Recorded<? extends BatonEvent>> story =
          archive.stream()
              .<Recorded<? extends BatonEvent>>filter(event -> referral.equals(event.referral()))
              .toList();
      for (Reckoning by : Reckoning.values())
        assertThat(
                StoryAsAt.of(referral, story, asAt, by, policy(asAt, by)).map(StoryAsAt::custody))
            .as("as at %s, by %s", asAt, by)
            .isEqualTo(expected(referral, asAt, by));
    }
  }

  private Optional<Custody> expected(ReferralId referral, Instant asAt, Reckoning by) {
    return switch (by) {
      case RECORDED -> naive.recordedBy(referral, asAt);
      case HAPPENED -> naive.happenedBy(referral, asAt);
    };
  }

  private PolicyBook policy(Instant asAt, Reckoning by) {
    PolicyBook book = Defaults.book();
    for (var event : archive)
      if (event.event() instanceof TimescalesAdopted adopted && counts(event, adopted, asAt, by))
        book = book.with(event);
    return book;
  }

  private static boolean counts(
      Recorded<?> event, TimescalesAdopted adopted, Instant asAt, Reckoning by) {
    return switch (by) {
      case RECORDED -> !event.recordedTime().isAfter(asAt);
      case HAPPENED -> !adopted.effectiveFrom().isAfter(asAt);
    };
  }

  private RosterTimeline roster() {
    var timeline = new RosterTimeline();
    for (var event : archive)
      if (event.event() instanceof RosterEvent change) timeline.add(RosterChange.of(event, change));
    return timeline;
  }

  private void theRosterAsAt(RosterTimeline timeline, Instant asAt) {
    for (ReferralId referral : naive.referrals())
      naive
          .now(referral)
          .map(Custody::custodian)
          .map(Cover::of)
          .ifPresent(
              holder -> {
                same(timeline.recordedBy(asAt), naive.rosterRecordedBy(asAt), holder, asAt);
                same(timeline.inEffectBy(asAt), naive.rosterInEffectBy(asAt), holder, asAt);
              });
  }

  private static void same(Roster kept, NaiveRoster naive, Cover holder, Instant asAt) {
    assertThat(kept.supervisorOf(holder, asAt).person())
        .as("the supervisor at %s of %s", asAt, holder)
        .isEqualTo(naive.supervisorOf(holder, asAt));
  }

  /** Half of them exactly at an event. */
  private Instant moment(RandomLog random) {
    if (random.chance().nextBoolean()) return random.one(archive).recordedTime();
    Instant first = RandomLog.START.minus(Duration.ofDays(2));
    long span = Duration.between(first, naive.end()).toSeconds();
    return first.plusSeconds(random.chance().nextLong(span));
  }
}
