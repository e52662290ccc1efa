package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.custody.LogFold;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.policy.PolicyBook;
import java.time.Instant;

/** Every event bound to its record by Jackson, and folded object by object: the first sweep. */
final class DataBinding implements Candidate {
  private final String bootstrap;
  private final PolicyBook policy;
  private LogFold fold;

  DataBinding(String bootstrap, PolicyBook policy) {
    this.bootstrap = bootstrap;
    this.policy = policy;
  }

  @Override
  public String name() {
    return Names.DATA_BINDING;
  }

  @Override
  public Measured run() throws Exception {
    var codec = new EventCodec();
    fold = new LogFold(policy);
    return new ThreadedRead(bootstrap, BenchLog.SAMPLE)
        .run(1, thread -> record -> fold.apply(codec.decode(Envelope.parse(record.value()))));
  }

  LedgerSum sum(Instant at) {
    return LedgerSum.of(fold.states().values().stream(), at);
  }
}
