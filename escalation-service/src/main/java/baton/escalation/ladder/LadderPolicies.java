package baton.escalation.ladder;

import baton.contract.OrganisationCode;
import baton.policy.Ladder;
import java.sql.Connection;
import java.time.Instant;

/** The ladders that were adopted, as a transaction sees them. */
@FunctionalInterface
public interface LadderPolicies {
  /** Asked once for all that is done in a transaction. */
  Ladders in(Connection transaction);

  /** Which ladder an organisation has at a moment. */
  @FunctionalInterface
  interface Ladders {
    Ladder of(OrganisationCode organisation, Instant at);
  }
}
