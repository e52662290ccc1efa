package baton.platform.quota;

import baton.platform.Caller;
import baton.platform.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Counts every call of an organisation. Operators are let in whatever the load is. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class QuotaFilter implements ContainerRequestFilter {

  private final Caller caller;
  private final Quotas quotas;

  public QuotaFilter(Caller caller, Quotas quotas) {
    this.caller = caller;
    this.quotas = quotas;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (caller.is(Role.ADMINISTRATOR)) return;
    Duration wait = quotas.take(caller.organisation(), Kind.CALLS, 1);
    if (!wait.isZero()) throw quotas.exceeded(caller.organisation(), Kind.CALLS, wait);
  }
}
