package baton.journal.reader;

/** The log is not the one that was read so far. The message is a sentence for the operator. */
final class ReaderRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private ReaderRefused(String sentence) {
    super(sentence);
  }

  static ReaderRefused otherTopic(String topic, String read, String found) {
    return new ReaderRefused(
        "Topic %s is not the one that this service has read so far: its id was %s and is now %s. "
                .formatted(topic, read, found)
            + "It was deleted and made again, or the broker is another one. Nothing of it was"
            + " applied. Stop the service; see: baton recover");
  }

  static ReaderRefused outOfRange(String positions) {
    return new ReaderRefused(
        "The log does not hold the offsets at which this service must go on (%s): "
                .formatted(positions)
            + "its beginning was deleted, or it was restored from the past. Nothing was skipped."
            + " Stop the service; see: baton recover");
  }
}
