package baton.escalation.platform;

import baton.contract.OrganisationCode;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who sees what. An auditor and an NCA supervisor see everything; everyone else what concerns the
 * own organisation. Source: contracts, "Who may".
 */
@ApplicationScoped
public class Sight {
  private final Caller caller;

  public Sight(Caller caller) {
    this.caller = caller;
  }

  /** The organisation to which the caller's sight is bound, or null. */
  public OrganisationCode bound() {
    return caller.readsEverything() ? null : caller.organisation();
  }

  /** For numbers alone, which an administrator may see of everybody. */
  public OrganisationCode boundInNumbers() {
    return caller.is(Role.ADMINISTRATOR) ? null : bound();
  }

  /** What another organisation owns is not there. */
  public Custody require(Custody custody) {
    OrganisationCode bound = bound();
    if (bound != null && !concerns(custody, bound))
      throw Problems.notFound("There is no referral with this id, or it is not yours to see.");
    return custody;
  }

  /** Only who was told, or the NCA, can say that he or she will act. */
  public void requireTold(OrganisationCode told) {
    if (bound() != null && !caller.belongsTo(told))
      throw Problems.forbidden(
          "told-somebody-else",
          told
              + " was told of it, and who acknowledges it says that he or she will act there: a"
              + " supervisor of "
              + told
              + " or of the NCA can.");
  }

  /** Whether an organisation has it, or it is for that organisation. */
  public static boolean concerns(Custody custody, OrganisationCode organisation) {
    return concerns(custody.force(), custody.custodian(), organisation);
  }

  /**
   * @param force that it is for, or null
   * @param custodian who has it, or null
   */
  public static boolean concerns(
      OrganisationCode force, Custodian custodian, OrganisationCode organisation) {
    return organisation.equals(force)
        || (custodian != null && organisation.equals(custodian.organisation()));
  }
}
