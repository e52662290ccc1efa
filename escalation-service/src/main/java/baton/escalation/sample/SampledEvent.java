package baton.escalation.sample;

import baton.contract.OrganisationCode;
import java.time.Instant;
import java.util.Map;

/**
 * One event without what inspectors may not see.
 *
 * @param type its wire name
 * @param time when it happened
 * @param actor a pseudonym, an agency or a service
 * @param data empty where the type is not known here
 */
public record SampledEvent(
    String type,
    String source,
    Instant time,
    Instant recordedTime,
    String actor,
    OrganisationCode organisation,
    Map<String, Object> data) {}
