package baton.platform.quota;

import baton.contract.OrganisationCode;
import baton.platform.BatonConfig;
import baton.platform.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each organisation may ask, over all instances of the service: one that sends without
 * bounds must not take what the others need.
 */
@ApplicationScoped
public class Quotas {

  private final Allowances allowances;
  private final BatonConfig.Quota config;
  private final MeterRegistry meters;

  /** Organisations come from tokens that an issuer signed, so they are few. */
  private final ConcurrentHashMap<Account, Lease> leases = new ConcurrentHashMap<>();

  Quotas(Allowances allowances, BatonConfig config, MeterRegistry meters) {
    this.allowances = allowances;
    this.config = config.quota();
    this.meters = meters;
  }

  private record Account(OrganisationCode organisation, Kind kind) {}

  /** Zero if they are taken, otherwise how long to wait before asking again. */
  public Duration take(OrganisationCode organisation, Kind kind, int count) {
    Limit limit = kind.limit(config, organisation.value());
    if (limit.none()) return Duration.ZERO;
    return leases
        .computeIfAbsent(
            new Account(organisation, kind),
            account ->
                new Lease(
                    limit, wanted -> allowances.take(organisation.value(), kind, limit, wanted)))
        .take(count);
  }

  /** 429. */
  public HttpProblem exceeded(OrganisationCode organisation, Kind kind, Duration wait) {
    meters
        .counter("baton.quota.refused", "organisation", organisation.value(), "kind", kind.word())
        .increment();
    Limit limit = kind.limit(config, organisation.value());
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Problems.builder(
            429,
            "quota-exceeded",
            "Too much",
            "%s may send %d %s a second and %d at once; wait %d s and go on. Baton's operator can allow more (baton.quota)"
                .formatted(organisation, limit.perSecond(), kind.word(), limit.atOnce(), seconds))
        .withHeader(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }
}
