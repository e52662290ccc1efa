package baton.journal.reader;

/** What a reader is doing. */
public enum ReaderState {
  /** Not started, or it has not found its place on the log yet. */
  STARTING,
  READING,
  /** Something fails that passes by itself; the same records are tried again. */
  RETRYING,
  /** The log is not the one that was read so far: a person has to look. */
  REFUSED,
  STOPPED,
  /** Its thread ended on a defect. */
  DEAD
}
