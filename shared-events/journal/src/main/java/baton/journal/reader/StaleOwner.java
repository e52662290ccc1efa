package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import java.util.List;

/** Another instance has taken the partition over and read on: this batch must not be applied. */
final class StaleOwner extends RuntimeException {
  private static final long serialVersionUID = 1;

  StaleOwner(Span span, Checkpoint stored) {
    super(
        "%s was to be read from offset %d, its checkpoint stands at %s"
            .formatted(span.partition(), span.from(), stored == null ? "none" : stored.next()));
  }

  StaleOwner(List<Span> spans) {
    super(
        "a checkpoint moved while its batch ran: " + spans.stream().map(Span::partition).toList());
  }
}
