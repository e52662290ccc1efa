package baton.bench.sweep;

import baton.contract.LogTopic;
import baton.custody.Custody;
import baton.replay.LogReplay;
import baton.replay.ReplaySettings;
import baton.replay.model.Ledger;
import java.time.Instant;
import java.util.ArrayList;

/** What the sweep's ledger says of the sample, state by state. Not timed. */
final class EngineLedger {
  private static final long ROOM = 512L << 20;

  private EngineLedger() {}

  static LedgerSum sum(String bootstrap, long referrals, Instant at) {
    var settings = ReplaySettings.atOpenBroker(bootstrap, new Ledger.Size(1, referrals, ROOM));
    var sample =
        new ReplaySettings(
            settings.kafka(),
            BenchLog.SAMPLE,
            LogTopic.REGISTER.topic(),
            settings.size(),
            settings.policy(),
            settings.asAt());
    LogReplay replay = LogReplay.upTo(sample, null, new LogReplay.Watcher() {});
    var states = new ArrayList<Custody>();
    replay.ledger().each(states::add);
    return LedgerSum.of(states.stream(), at);
  }
}
