package baton.escalation.policy.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.decision.Command;
import baton.policy.Ladder;
import baton.policy.Timescales;
import java.time.Instant;

/** A change to what an organisation allows. */
public sealed interface PolicyCommand extends Command {
  OrganisationCode organisation();

  /** Names what is adopted, for ever. */
  String version();

  /** Null for as soon as possible. */
  Instant effectiveFrom();

  @Override
  default String stream() {
    return stream(organisation());
  }

  static String stream(OrganisationCode organisation) {
    return "policy-" + organisation;
  }

  /**
   * @param by null where a file says so
   * @param timescales the clocks that differ from the default
   */
  record AdoptTimescales(
      OrganisationCode organisation,
      Instant effectiveFrom,
      PersonId by,
      String reason,
      Timescales timescales)
      implements PolicyCommand {
    @Override
    public String version() {
      return timescales.version();
    }
  }

  /**
   * @param by null where a file says so
   */
  record AdoptLadder(
      OrganisationCode organisation,
      Instant effectiveFrom,
      PersonId by,
      String reason,
      Ladder ladder)
      implements PolicyCommand {
    @Override
    public String version() {
      return ladder.version();
    }
  }
}
