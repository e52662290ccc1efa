package baton.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;

/** The general way to read an event: by a JSON parser and the contract's own records. */
public interface EventReader {
  /**
   * @param document the bytes as they stand on the log
   * @param key the record's key, or null where it is not to be compared
   * @throws RuntimeException if the bytes are no event that any service could apply
   */
  Recorded<? extends BatonEvent> read(byte[] document, String key);

  /**
   * One value that stands in an event.
   *
   * @param json its text, with quotes if it has them
   * @throws RuntimeException if it is no value of the type
   */
  Object value(String json, Class<?> type);
}
