package baton.journal.relay;

/**
 * Where an event stands: in the store, and in its stream.
 *
 * @param predecessor the position of the event before it in the stream; null for the first one, and
 *     for one whose predecessor the store has lost
 */
record Place(Position position, Position predecessor, String stream, long sequence) {
  boolean lacksPredecessor() {
    return sequence > 0 && predecessor == null;
  }
}
