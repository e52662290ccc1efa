package baton.policy;

import baton.contract.OrganisationCode;
import java.time.Instant;

/**
 * Until when something is due, and by which policy.
 *
 * @param at the last instant that is in time
 * @param terms what set it; with them it can be worked out again for another urgency
 */
public record Deadline(Instant at, Terms terms) {
  /**
   * The policy of one clock. It stays with the clock: a table that is adopted later moves nothing
   * (R8).
   *
   * @param organisation whose timescales and whose nation's calendar
   * @param version of the table that the limit stands in: the organisation's own, or the defaults
   * @param asOf the moment whose calendar counts
   */
  public record Terms(OrganisationCode organisation, String version, Instant asOf) {}
}
