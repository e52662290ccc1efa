package baton.contract;

/**
 * An event in a shape that is no longer written. It stays in stores and on the log byte for byte,
 * and is read as what it says today, before any handler, fold or aggregate sees it. The record
 * keeps the fields of then, and the wire name of then in {@code @JsonTypeName}.
 *
 * @param <E> today's event
 */
public interface EarlierVersion<E extends BatonEvent> {
  /**
   * The same fact in today's words. Total: what was stored once is read for ever. Personal data
   * stays in its box, which only the event's id opens.
   */
  E today();
}
