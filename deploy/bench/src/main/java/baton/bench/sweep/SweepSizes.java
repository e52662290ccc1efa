package baton.bench.sweep;

import baton.bench.Unusable;
import java.time.Duration;
import java.util.List;

/**
 * What is asked for.
 *
 * @param openShare of the referrals that never end, from 0 to 1
 * @param threads each number of threads to measure with
 * @param sample referrals that the slow candidates read
 * @param memoryReferrals that the ledger's memory is measured with, 0 for none
 */
record SweepSizes(
    long referrals,
    double openShare,
    List<Integer> threads,
    int rounds,
    long sample,
    long memoryReferrals,
    long seed) {
  /**
   * A life has some 22 events on average; guessed low, so that the time told is no promise broken.
   */
  private static final double EVENTS_A_REFERRAL = 22;

  private static final double MADE_A_SECOND = 150_000;
  private static final double READ_A_SECOND = 1_000_000;
  private static final double BOUND_A_SECOND = 30_000;
  private static final double STREAMED_A_SECOND = 50_000;
  private static final double FED_A_SECOND = 500_000;
  private static final double STREAMS_START_SECONDS = 8;

  SweepSizes {
    threads = List.copyOf(threads);
    require(referrals >= 1, "--referrals is at least 1");
    require(openShare >= 0 && openShare <= 1, "--open is a share from 0 to 1, such as 0.03");
    require(rounds >= 1, "--rounds is at least 1");
    require(
        !threads.isEmpty()
            && threads.stream().allMatch(n -> n >= 1 && n <= BenchLog.PARTITIONS)
            && threads.stream().distinct().count() == threads.size(),
        "--threads is a list such as 1,2: each number once, from 1 to " + BenchLog.PARTITIONS);
    require(
        memoryReferrals >= 0 && memoryReferrals <= 99_999_999,
        "--memory-referrals is from 0 (none) to 99999999");
    require(sample >= 1 && sample <= referrals, "--sample is from 1 to the number of referrals");
  }

  long sampleEvery() {
    return Math.max(1, referrals / sample);
  }

  /** Roughly how long it will take. */
  Duration expected() {
    double events = referrals * EVENTS_A_REFERRAL;
    double sampled = sample * EVENTS_A_REFERRAL;
    double round =
        2 * (threads.size() + 1) * events / READ_A_SECOND
            + sampled / BOUND_A_SECOND
            + sampled / STREAMED_A_SECOND
            + STREAMS_START_SECONDS;
    double others = events / MADE_A_SECOND + (rounds + 1) * round + 10;
    return Duration.ofSeconds((long) others).plus(expectedOfMemory());
  }

  /** The part of it that measures memory, where the goal's room is enough. */
  Duration expectedOfMemory() {
    return Duration.ofSeconds((long) (memoryReferrals * EVENTS_A_REFERRAL / FED_A_SECOND));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw new Unusable(otherwise);
  }
}
