package baton.escalation.ladder;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.Rung;
import baton.escalation.ladder.model.Told;
import java.time.Instant;

/** Who is on duty for a rung, and who is away, as the register says at a moment. */
public interface RungHolders {
  /**
   * @param team the custodian's, or null
   * @param person the custodian, or null where a post has it
   * @param post the custodian's, or null where a person has it
   */
  Told holder(
      Rung rung,
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String post,
      Instant at);

  /** Nobody to be told: an absence of this person is recorded, or he or she has left. */
  boolean away(OrganisationCode organisation, PersonId person, Instant at);

  /** The person's own team, or null. */
  TeamId teamOf(OrganisationCode organisation, PersonId person, Instant at);
}
