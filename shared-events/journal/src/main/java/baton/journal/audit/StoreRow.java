package baton.journal.audit;

import baton.journal.relay.Position;

/**
 * A row of the event store.
 *
 * @param key the record key under which it is published
 * @param bytes as they must stand on the log; null where the row gives no event, or was not asked
 */
record StoreRow(
    Position position, String id, String stream, long sequence, String key, byte[] bytes) {}
