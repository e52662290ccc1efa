package baton.escalation.ladder.model;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import baton.contract.escalation.Rung;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where something stands on its ladder, from its own events alone: no clock, so that whoever folds
 * them agrees.
 *
 * @param rung the highest one told
 * @param acknowledgedBy who said that he or she will act and whose word has not expired, in the
 *     order of the record. The last one's counts: of two at once it is whose event was recorded
 *     later, and one expiry ends them all.
 */
public record Footing(Rung rung, List<PersonId> acknowledgedBy) {
  /** As it is raised: whoever has it is told. */
  public static final Footing RAISED = new Footing(Rung.CUSTODIAN, List.of());

  public Footing {
    requireNonNull(rung);
    acknowledgedBy = List.copyOf(acknowledgedBy);
  }

  /** Somebody's word stands: it does not climb. */
  public boolean acknowledged() {
    return !acknowledgedBy.isEmpty();
  }

  /** Whose acknowledgement is in force, or null. */
  public PersonId inForce() {
    return acknowledged() ? acknowledgedBy.getLast() : null;
  }

  /** Nobody acted and nobody said so since this rung was told. */
  public boolean mayClimbFrom(Rung told) {
    return rung == told && !acknowledged() && Rungs.next(rung) != null;
  }

  public Footing climbed(Rung to) {
    return new Footing(to, acknowledgedBy);
  }

  public Footing acknowledged(PersonId by) {
    if (acknowledgedBy.contains(by)) return this;
    return new Footing(rung, Stream.concat(acknowledgedBy.stream(), Stream.of(by)).toList());
  }

  public Footing expired() {
    return new Footing(rung, List.of());
  }
}
