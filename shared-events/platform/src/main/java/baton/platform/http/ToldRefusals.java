package baton.platform.http;

import baton.platform.limits.EarlyRefusal;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Who is refused before any resource of ours is reached, at {@code /q/...} above all, is told why
 * in a problem as everywhere else; the framework would answer with nothing but a status. Who may
 * come in is OIDC's to say.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class ToldRefusals implements HttpAuthenticationMechanism {
  private static final String TOOLS = "/q/*";

  private final OidcAuthenticationMechanism oidc;

  ToldRefusals(OidcAuthenticationMechanism oidc) {
    this.oidc = oidc;
  }

  void register(@Observes Router router) {
    router.route(TOOLS).failureHandler(ToldRefusals::forbidden);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager users) {
    return oidc.authenticate(call, users);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    return oidc.getChallenge(call);
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext call) {
    return oidc.sendChallenge(call).invoke(() -> told(call, 401, "Unauthorized"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
    return oidc.getCredentialTransport(call);
  }

  private static void forbidden(RoutingContext call) {
    if (call.failure() instanceof ForbiddenException) told(call, 403, "Forbidden");
    else call.next();
  }

  private static void told(RoutingContext call, int status, String title) {
    if (call.response().ended()) return;
    var refusal = FrameworkRefusal.of(status);
    new EarlyRefusal(status, refusal.code(), title, refusal.next(), 0).answer(call);
  }
}
