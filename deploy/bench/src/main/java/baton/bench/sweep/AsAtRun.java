package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.custody.Custody;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/**
 * The whole board as at a time near the end of the log: read from the first offset, or from a
 * snapshot that was taken before it. Each run ends when every referral that was open then has been
 * told of.
 */
final class AsAtRun implements Candidate {
  /** How much of the log lies behind the snapshot. */
  private static final double TAIL = 0.03;

  private static final LogReplay.Watcher NOBODY = new LogReplay.Watcher() {};

  private final ReplaySettings settings;
  private final Snapshots snapshots;
  private final String name;
  private LedgerSum board;

  private AsAtRun(ReplaySettings settings, Snapshots snapshots, String name) {
    this.settings = settings;
    this.snapshots = snapshots;
    this.name = name;
  }

  /**
   * Leaves a snapshot as a sweep does, and asks for a time behind it.
   *
   * @return from the first offset, and from the snapshot
   */
  static List<AsAtRun> both(BenchLog log, ReplaySettings settings, Snapshots snapshots) {
    var replay = new LogReplay(settings);
    var ends = new HashMap<>(replay.ends());
    ends.replaceAll(
        (partition, end) ->
            partition.topic().equals(settings.referralsTopic()) ? (long) (end * (1 - TAIL)) : end);
    replay.readTo(ends, NOBODY);
    snapshots.write(replay);
    Instant newest = snapshots.times().getFirst();
    var asked = settings.asAt(newest.plus(Duration.between(newest, log.plan().end()).dividedBy(2)));
    return List.of(
        new AsAtRun(asked, null, Names.AS_AT_ZERO),
        new AsAtRun(asked, snapshots, Names.AS_AT_SNAPSHOT));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Measured run() throws Exception {
    var open = Collections.synchronizedList(new ArrayList<Custody>());
    Measured measured =
        Measured.of(
            () -> {
              LogReplay replay = LogReplay.upTo(settings, snapshots, NOBODY);
              replay.ledger().eachOpen(open::add);
              return (long) open.size();
            });
    board = LedgerSum.of(List.copyOf(open).stream(), settings.asAt());
    return measured;
  }

  /** What it said of the open referrals. */
  LedgerSum board() {
    return board;
  }
}
