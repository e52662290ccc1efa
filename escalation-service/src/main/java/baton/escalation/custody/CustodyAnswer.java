package baton.escalation.custody;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How a referral stands or stood.
 *
 * @param evidence what the answer rests on, where it was asked about a moment; else null
 */
public record CustodyAnswer(
    @JsonUnwrapped CustodyView standing, @JsonUnwrapped EvidenceView evidence) {}
