package baton.journal.reader;

/**
 * A stream on the log: sequences count within it.
 *
 * @param source the service that writes it
 * @param stream the aggregate within that service
 */
record StreamKey(String source, String stream) {
  static StreamKey of(LogRecord record) {
    return new StreamKey(record.envelope().source(), record.envelope().subject());
  }
}
