package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What organisations say about whose a referral is, since one of them last took it over.
 *
 * @param denials oldest first
 * @param settled a tie-breaker has decided: nobody may say again that it is not theirs
 */
public record Ownership(List<Denial> denials, boolean settled) {
  static final Ownership UNDISPUTED = new Ownership(List.of(), false);

  /** Refusals of ownership that are sent on before a tie-breaker decides (design section 5). */
  private static final int DENIALS_MAX = 2;

  /**
   * An organisation said that it is not its own.
   *
   * @param whose it is said to be: the one named, else the one that offered it
   */
  public record Denial(OrganisationCode by, OrganisationCode whose) {}

  /** Two organisations that each say that it is not theirs. */
  public record Pair(OrganisationCode one, OrganisationCode other) {}

  public Ownership {
    denials = List.copyOf(denials);
  }

  boolean disputed() {
    return !denials.isEmpty() && !settled;
  }

  /** Whether one more refusal is one too many. */
  boolean nextIsTheLast() {
    return denials.size() + 1 >= DENIALS_MAX;
  }

  Ownership denied(OrganisationCode by, OrganisationCode whose) {
    return new Ownership(
        Stream.concat(denials.stream(), Stream.of(new Denial(by, whose))).toList(), settled);
  }

  Ownership decided() {
    return new Ownership(denials, true);
  }

  /** The first that refused it and the last; one that refused twice, and whose it said it was. */
  Pair pair() {
    Denial first = denials.getFirst();
    Denial last = denials.getLast();
    return new Pair(first.by(), last.by().equals(first.by()) ? last.whose() : last.by());
  }
}
