package baton.allocation.agreement.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.TieBreakerNamed;
import baton.decision.Command;
import baton.decision.Decision;
import baton.decision.Refusal;
import java.util.List;

/**
 * What organisations agreed: who decides for two of them (R3), or for which forces a joint unit
 * acts. One stream each; the last word counts.
 *
 * @param last the event that says so, or null
 */
public record Agreement(RosterEvent last) {
  public static final Agreement NONE = new Agreement(null);

  /** What an administrator wants to be agreed. */
  public sealed interface Wanted extends Command {}

  /** The pair is the same whichever is named first. */
  public record NameTieBreaker(
      OrganisationCode one,
      OrganisationCode other,
      OrganisationCode organisation,
      PersonId person,
      boolean known)
      implements Wanted {
    @Override
    public String stream() {
      boolean inOrder = one.compareTo(other) <= 0;
      return "tie-breaker-" + (inOrder ? one : other) + "-" + (inOrder ? other : one);
    }
  }

  public record FormJointUnit(OrganisationCode unit, List<OrganisationCode> forces)
      implements Wanted {
    @Override
    public String stream() {
      return "joint-unit-" + unit;
    }
  }

  /** Records what is different, and nothing where nothing is. */
  public Decision decide(Wanted wanted) {
    return switch (wanted) {
      case NameTieBreaker c when c.one().equals(c.other()) ->
          Decision.refuse(
              Refusal.unprocessable(
                  "one-organisation",
                  "A tie-breaker decides between two organisations; both named are "
                      + c.one()
                      + "."));
      // Who is named and does not exist would have a referral that nobody can move.
      case NameTieBreaker c when !c.known() ->
          Decision.refuse(
              Refusal.unprocessable(
                  "person-not-in-roster",
                  c.person() + " is not in the roster of " + c.organisation() + " (R3)."));
      case NameTieBreaker c ->
          unlessSo(new TieBreakerNamed(c.one(), c.other(), c.organisation(), c.person()));
      case FormJointUnit c when c.forces().contains(c.unit()) ->
          Decision.refuse(
              Refusal.unprocessable(
                  "unit-covers-itself", c.unit() + " acts for itself; name the others."));
      case FormJointUnit c ->
          unlessSo(new JointUnitFormed(c.unit(), c.forces().stream().sorted().distinct().toList()));
    };
  }

  private Decision unlessSo(RosterEvent event) {
    return event.equals(last) ? Decision.nothingToDo() : Decision.accept(event);
  }
}
