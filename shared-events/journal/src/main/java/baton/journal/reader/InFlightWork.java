package baton.journal.reader;

import baton.journal.reader.Checkpoints.Span;
import baton.journal.reader.InFlight.Polled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what was polled, a transaction at a time. Belongs to the reader's thread. */
final class InFlightWork {
  private static final Logger LOG = LoggerFactory.getLogger(InFlightWork.class);

  private final BatchTransaction batches;
  private final Placement placement;
  private final InFlight inFlight;
  private final ReaderMetrics metrics;
  private final BatchSize size;
  private final InstantSource system;
  private Attempts attempts = new Attempts();

  InFlightWork(
      BatchTransaction batches,
      Placement placement,
      InFlight inFlight,
      ReaderMetrics metrics,
      int batchMax,
      InstantSource system) {
    this.batches = batches;
    this.placement = placement;
    this.inFlight = inFlight;
    this.metrics = metrics;
    this.size = new BatchSize(batchMax);
    this.system = system;
  }

  /** What comes next has not been tried before. */
  void startAfresh() {
    attempts = new Attempts();
  }

  /**
   * Tries once.
   *
   * @return whether to go on at once; if not, what is in flight was dropped as stale
   * @throws RuntimeException what passes by itself, or cannot be laid to a record: to be tried
   *     again after a pause
   */
  boolean step() {
    List<Polled> part = inFlight.first(attempts.singly() ? 1 : size.now());
    List<Span> spans = InFlight.spans(part, placement.positions());
    Instant begun = system.instant();
    try {
      var plan = batches.run(spans, InFlight.records(part), attempts.refused(), attempts.singly());
      committed(part, spans, plan);
      return true;
    } catch (StaleOwner stale) {
      LOG.info("The batch is dropped: {}", stale.getMessage());
      placement.dropInFlight();
      return false;
    } catch (RuntimeException failure) {
      if (Failure.interrupts(failure)) throw new InterruptException(new InterruptedException());
      metrics.retry();
      size.failed(part.size(), Duration.between(begun, system.instant()));
      if (Failure.passes(failure) || !attempts.failed(failure)) throw failure;
      return true;
    }
  }

  private void committed(List<Polled> part, List<Span> spans, BatchPlan plan) {
    placement.advance(spans);
    inFlight.done(part);
    size.committed();
    if (!attempts.singly()) startAfresh();
    metrics.batch(part.size(), plan);
    for (Held one : plan.newlyParked())
      LOG.warn("Parked {}: {}, {}", one.record().story().orElse(""), one.reason(), one.error());
  }
}
