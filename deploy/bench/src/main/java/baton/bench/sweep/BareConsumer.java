package baton.bench.sweep;

import baton.bench.Candidate;
import baton.bench.Measured;
import baton.journal.envelope.Topics;

/** The ceiling: a consumer that parses nothing. */
record BareConsumer(String bootstrap, int threads) implements Candidate {
  @Override
  public String name() {
    return Names.bare(threads);
  }

  @Override
  public Measured run() throws Exception {
    return new ThreadedRead(bootstrap, Topics.REFERRALS).run(threads, thread -> null);
  }
}
