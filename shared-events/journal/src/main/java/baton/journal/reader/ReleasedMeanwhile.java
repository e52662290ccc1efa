package baton.journal.reader;

import java.util.Collection;

/** A story was released while a batch had planned to queue behind it: the batch is planned anew. */
final class ReleasedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReleasedMeanwhile(Collection<String> stories) {
    super("released while a batch ran: " + stories);
  }
}
