package baton.escalation.ladder;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.escalation.ladder.model.Told;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whom a rung is.
 *
 * @param person on duty for it
 * @param post where no person is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToldView(OrganisationCode organisation, PersonId person, String post) {
  /** Null for nobody. */
  public static ToldView of(Told told) {
    return told == null ? null : new ToldView(told.organisation(), told.person(), told.post());
  }
}
