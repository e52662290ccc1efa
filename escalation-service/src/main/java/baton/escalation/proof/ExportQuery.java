package baton.escalation.proof;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import java.time.Instant;
import java.util.List;

/**
 * Which events, and from where on. The same query with the same round gives the same bytes.
 *
 * @param referral or null
 * @param force or null
 * @param from recorded from here on, or null
 * @param to recorded before this, or null
 * @param round of the checkpoints up to which it goes
 * @param goesOn the round was named: it is part of an export that was begun
 * @param after the last event that arrived, or null
 * @param since earlier checkpoints that are to be proved to be parts of these
 */
record ExportQuery(
    ReferralId referral,
    OrganisationCode force,
    Instant from,
    Instant to,
    long round,
    boolean goesOn,
    ExportPlace after,
    List<ExportPlace> since) {}
