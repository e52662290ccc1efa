package baton.allocation.casework;

import baton.allocation.agreement.Agreements;
import baton.allocation.casework.model.CaseCommand.Sender;
import baton.allocation.casework.model.Party;
import baton.contract.PersonId;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.roster.Staff;
import jakarta.enterprise.context.ApplicationScoped;

/** Who acts, for which organisations, and whether as a supervisor. */
@ApplicationScoped
public class Acting {
  private final Caller caller;
  private final Staff staff;
  private final Agreements agreements;

  public Acting(Caller caller, Staff staff, Agreements agreements) {
    this.caller = caller;
    this.staff = staff;
    this.agreements = agreements;
  }

  Party party() {
    return agreements.party();
  }

  PersonId person() {
    return staff.person();
  }

  Sender sender() {
    PersonId by = person();
    return new Sender(party(), by, supervises(by));
  }

  /**
   * The person who acts, who has to be a supervisor.
   *
   * @param why for the problem's detail, such as {@code "confirms an outcome (R37)"}
   */
  PersonId supervisor(String why) {
    PersonId by = person();
    if (!supervises(by))
      throw Problems.forbidden(
          "supervisor-needed",
          by
              + " leads no team in the roster of "
              + staff.organisation()
              + "; only a supervisor or deputy "
              + why);
    return by;
  }

  /** A token says that its person is a supervisor; of whom a force's system names, the roster. */
  private boolean supervises(PersonId by) {
    return caller.is(Role.FORCE_SYSTEM) ? staff.leads(by) : caller.is(Role.SUPERVISOR);
  }
}
