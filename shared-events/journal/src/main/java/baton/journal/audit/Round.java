package baton.journal.audit;

import baton.journal.relay.Position;
import java.time.Instant;
import java.util.List;

/**
 * One audit, as far as it has got.
 *
 * @param number counts the audits of this store, from 1
 * @param endedAt null while it runs
 * @param upTo everything up to here was on the log when it began, but for what was parked
 * @param parked record keys that the broker refused when it began
 * @param walked up to here the store's rows were looked for among those seen on the log
 * @param records of this service read from the log
 * @param events read from the store
 */
record Round(
    long number,
    Instant endedAt,
    Position upTo,
    List<String> parked,
    Position walked,
    long records,
    long events,
    long differences) {

  boolean runs() {
    return endedAt == null;
  }

  Round compared(long moreRecords, long moreDifferences) {
    return new Round(
        number,
        endedAt,
        upTo,
        parked,
        walked,
        records + moreRecords,
        events,
        differences + moreDifferences);
  }

  Round walked(Position to, long moreEvents, long moreDifferences) {
    return new Round(
        number,
        endedAt,
        upTo,
        parked,
        to,
        records,
        events + moreEvents,
        differences + moreDifferences);
  }

  Round ended(Instant now) {
    return new Round(number, now, upTo, parked, walked, records, events, differences);
  }
}
