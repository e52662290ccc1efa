package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.contract.escalation.FindingKind;
import baton.custody.Findings;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.model.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sweep as escalation-service runs it: register and log into an empty ledger, and from that
 * what is found. It keeps an event packed and folds a referral when it is asked about it, so the
 * reading alone is not yet the work: both are measured.
 */
final class EngineSweep implements Candidate {
  /** What a ledger of the goal's size may take for each referral, and a ground floor. */
  private static final long BYTES_A_REFERRAL = 52;

  private static final long BYTES_AT_LEAST = 32L << 20;

  private final String bootstrap;
  private final int threads;
  private final long referrals;
  private final Instant at;
  private final List<Measured> readings = new ArrayList<>();
  private Map<FindingKind, Integer> findings;

  /**
   * @param at when findings are looked for
   */
  EngineSweep(String bootstrap, int threads, long referrals, Instant at) {
    this.bootstrap = bootstrap;
    this.threads = threads;
    this.referrals = referrals;
    this.at = at;
  }

  static Ledger.Size size(int threads, long referrals) {
    return new Ledger.Size(threads, referrals, BYTES_AT_LEAST + BYTES_A_REFERRAL * referrals);
  }

  @Override
  public String name() {
    return Names.sweep(threads);
  }

  @Override
  public Measured run() throws Exception {
    return Measured.of(
        () -> {
          var replay =
              new LogReplay(ReplaySettings.atOpenBroker(bootstrap, size(threads, referrals)));
          var read = new AtomicLong();
          readings.add(
              Measured.of(
                  () -> {
                    replay.readTo(
                        replay.ends(),
                        new LogReplay.Watcher() {
                          @Override
                          public void read(long records) {
                            read.accumulateAndGet(records, Math::max);
                          }
                        });
                    return read.get();
                  }));
          findings = findings(replay.ledger());
          return read.get();
        });
  }

  private Map<FindingKind, Integer> findings(Ledger ledger) {
    var found = new ConcurrentSkipListMap<FindingKind, Integer>();
    ledger.eachOpen(
        custody -> {
          for (var finding : Findings.of(custody, at)) found.merge(finding.kind(), 1, Integer::sum);
        });
    return found;
  }

  int threads() {
    return threads;
  }

  /** The reading without the findings, of each counted run. */
  List<Measured> readings() {
    return readings.subList(1, readings.size());
  }

  Map<FindingKind, Integer> findings() {
    return findings;
  }
}
