package baton.journal.reader;

import baton.journal.reader.Checkpoints.Span;
import baton.journal.reader.LogRecord.Place;
import java.util.List;
import java.util.Map;

/**
 * One batch of the log in one transaction and one root unit of work, its checkpoint included: all
 * of it happens, or nothing.
 */
final class BatchTransaction {
  private final BatchScope scope;
  private final Checkpoints checkpoints;
  private final BatchWork work;

  BatchTransaction(BatchScope scope, Checkpoints checkpoints, BatchWork work) {
    this.scope = scope;
    this.checkpoints = checkpoints;
    this.work = work;
  }

  /**
   * @param spans what is read of each partition, end of the batch included
   * @param records in log order within each partition
   * @param refused records to be parked instead of applied, with the reason
   * @throws StaleOwner if another instance has read on: nothing was done
   * @throws RecordFailed if {@code singly} and one record's own work, or its commit, failed
   */
  BatchPlan run(
      List<Span> spans, List<LogRecord> records, Map<Place, String> refused, boolean singly) {
    var planned = new BatchPlan[1];
    try {
      scope.inBatch(
          () -> {
            checkpoints.own(spans.stream().map(Span::partition).toList());
            checkpoints.compare(spans);
            planned[0] = work.plan(records, refused);
            work.apply(planned[0], singly);
            work.keep(planned[0]);
            work.received(records);
            checkpoints.advance(spans);
            return null;
          });
      return planned[0];
    } catch (StaleOwner | RecordFailed known) {
      throw known;
    } catch (RuntimeException failure) {
      throw singly ? attributed(failure, planned[0]) : failure;
    }
  }

  /**
   * What fails as it commits is laid to the record applied last: with it out, the rest may pass.
   */
  private static RuntimeException attributed(RuntimeException failure, BatchPlan plan) {
    return plan == null || plan.apply().isEmpty()
        ? failure
        : new RecordFailed(plan.apply().getLast(), failure);
  }
}
