package baton.escalation.policy;

import baton.contract.Forces;
import baton.contract.OrganisationCode;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read and change policy. What counts is no secret among those who work by it: a custodian
 * at the NCA has to know until when a force must answer. Changes are an organisation's own, or by
 * an administrator of the NCA or of Baton.
 */
@ApplicationScoped
public class WhoseTable {
  private final Caller caller;

  public WhoseTable(Caller caller) {
    this.caller = caller;
  }

  /** A two-digit code must be a force's. */
  void requireKnown(OrganisationCode organisation) {
    boolean code = Character.isDigit(organisation.value().charAt(0));
    if (code && !Forces.knows(organisation)) throw unknown(organisation);
  }

  /** What another organisation decides is not the caller's to change. */
  void requireOwn(OrganisationCode organisation) {
    requireKnown(organisation);
    boolean administers =
        caller.is(Role.ADMINISTRATOR)
            && (caller.belongsTo(OrganisationCode.NCA) || caller.belongsTo(OrganisationCode.BATON));
    if (!caller.belongsTo(organisation) && !administers)
      throw Problems.notFound(
          organisation + " has no timescales or ladder that your organisation may change");
  }

  private static RuntimeException unknown(OrganisationCode organisation) {
    return Problems.notFound(organisation + " is not a force code; see GET /forces of intake");
  }
}
