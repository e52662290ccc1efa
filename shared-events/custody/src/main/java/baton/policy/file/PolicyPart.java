package baton.policy.file;

import baton.contract.OrganisationCode;
import baton.policy.Ladder;
import baton.policy.Timescales;
import java.time.Instant;

/**
 * What a file says of one organisation.
 *
 * @param line where it begins, counted from 1
 * @param version names the table and the ladder
 * @param effectiveFrom null for as soon as possible
 * @param timescales null where the part has none
 * @param ladder null where the part has none
 */
public record PolicyPart(
    int line,
    OrganisationCode organisation,
    String version,
    Instant effectiveFrom,
    String reason,
    Timescales timescales,
    Ladder ladder) {}
