package baton.allocation.casework.model;

import baton.contract.PersonId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import baton.contract.allocation.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was done at the force.
 *
 * @param deeds in the order in which they were entered
 * @param proposal how the holder says that it ends, or null
 */
public record Casework(List<Deed> deeds, Proposal proposal) {
  static final Casework NONE = new Casework(List.of(), null);

  /** One action. The same kind at the same time by the same person is the same deed. */
  public record Deed(ActionKind kind, Instant happenedAt, PersonId by) {
    static Deed of(ActionRecorded event) {
      return new Deed(event.kind(), event.happenedAt(), event.by());
    }
  }

  public record Proposal(Outcome outcome, PersonId by) {}

  public Casework {
    deeds = List.copyOf(deeds);
  }

  Casework with(Deed deed) {
    return new Casework(Stream.concat(deeds.stream(), Stream.of(deed)).toList(), proposal);
  }

  Casework withProposal(Proposal changed) {
    return new Casework(deeds, changed);
  }
}
