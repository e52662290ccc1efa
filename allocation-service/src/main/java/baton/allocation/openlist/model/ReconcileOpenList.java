package baton.allocation.openlist.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.OpenListReconciled;
import baton.decision.Command;

/** A force's own list was compared with Baton: one stream for each of its systems. */
public record ReconcileOpenList(OpenListReconciled reconciled) implements Command {
  @Override
  public String stream() {
    return stream(reconciled.force(), reconciled.system());
  }

  public static String stream(OrganisationCode force, String system) {
    return "open-list-" + force + "-" + system;
  }
}
