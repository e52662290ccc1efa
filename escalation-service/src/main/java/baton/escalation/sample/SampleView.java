package baton.escalation.sample;

import java.time.Instant;
import java.util.List;

/**
 * @param asAt the moment at which the referrals were as shown; ask again with it for the same ones
 * @param matching how many the sample was drawn from
 */
public record SampleView(
    String seed, int size, Instant asAt, int matching, List<SampledReferral> referrals) {}
