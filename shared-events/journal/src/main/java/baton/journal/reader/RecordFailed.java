package baton.journal.reader;

import baton.journal.reader.LogRecord.Place;

/** Applying one record failed; the cause says how. */
final class RecordFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient LogRecord record;

  RecordFailed(LogRecord record, RuntimeException cause) {
    super(
        "offset %d of %s-%d".formatted(record.offset(), record.topic(), record.partition()), cause);
    this.record = record;
  }

  LogRecord record() {
    return record;
  }

  Place place() {
    return record.place();
  }
}
