package baton.platform;

import baton.contract.Actor;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking, from the bearer token alone: roles from {@code groups}, the claims {@code
 * organisation} and {@code person}. A force's system names the person on whose behalf it acts in
 * {@value #ON_BEHALF_OF}; nobody else may. What is wrong with a token is a 403.
 */
@RequestScoped
public class Caller {

  public static final String ON_BEHALF_OF = "Baton-On-Behalf-Of";
  private static final String TRACEPARENT = "traceparent";

  private final SecurityIdentity identity;
  private One one;
  private Sender sender;
  private final JsonWebToken token;
  private final HttpHeaders headers;

  public Caller(SecurityIdentity identity, JsonWebToken token, HttpHeaders headers) {
    this.identity = identity;
    this.token = token;
    this.headers = headers;
  }

  public Set<Role> roles() {
    if (sender != null) return EnumSet.of(Role.FORCE_SYSTEM);
    return identity.getRoles().stream()
        .map(Role::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  public boolean is(Role... anyOf) {
    return !Collections.disjoint(roles(), Arrays.asList(anyOf));
  }

  public OrganisationCode organisation() {
    if (sender != null) return sender.force();
    String claim = token.getClaim("organisation");
    if (claim == null)
      throw unusable("the token names no organisation; every role is bound to one");
    try {
      return OrganisationCode.of(claim);
    } catch (IllegalArgumentException e) {
      throw unusable("the token's organisation is not one: " + e.getMessage());
    }
  }

  /**
   * One of many commands that a force's system sends in one request.
   *
   * @param onBehalfOf as {@value #ON_BEHALF_OF} would name it, or null
   * @param key in place of the request's {@code Idempotency-Key}, or null
   */
  private record One(String onBehalfOf, String key) {}

  /**
   * A force's system that is known by something else than a token.
   *
   * @param way by which it sends, in place of the request's path
   */
  private record Sender(OrganisationCode force, String way) {}

  /**
   * From here on it is a force's system that sends what comes, by another way than a request: there
   * is no token, and no header.
   *
   * @param way under which its keys are known, such as {@code baton.commands.46}
   */
  public void isSystemOf(OrganisationCode force, String way) {
    sender = new Sender(force, way);
  }

  /** The way that it sends by in place of a request's path, or null for a request. */
  String way() {
    return sender == null ? null : sender.way();
  }

  /** Of the request, or null. */
  String traceparent() {
    return sender == null ? headers.getHeaderString(TRACEPARENT) : null;
  }

  /** From here on the request is this one command, until the next. */
  public void sends(String onBehalfOf, String key) {
    one = new One(onBehalfOf, key);
  }

  /** Under which a repeat is known, or null. */
  String idempotencyKey() {
    if (sender != null && one == null) return null;
    return one == null ? headers.getHeaderString(Idempotency.HEADER) : one.key();
  }

  /** The person who acts: the token's, or the one whom a force's system names. */
  public Optional<PersonId> person() {
    if (is(Role.FORCE_SYSTEM) && one != null) return personOf("onBehalfOf", one.onBehalfOf());
    if (!is(Role.FORCE_SYSTEM)) return personOf("the token's person", token.getClaim("person"));
    if (sender != null) return Optional.empty();
    return personOf(ON_BEHALF_OF, headers.getHeaderString(ON_BEHALF_OF));
  }

  /** For a command that only a person can give. */
  public PersonId requirePerson() {
    return person()
        .orElseThrow(
            () ->
                unusable(
                    is(Role.FORCE_SYSTEM)
                        ? "a force's system acts for a person; name one in the header "
                            + ON_BEHALF_OF
                        : "this is a person's act and the token names none; get a token that"
                            + " does"));
  }

  /** The agency itself for its system, otherwise always a person. */
  public Actor actor() {
    return person().isEmpty() && is(Role.AGENCY)
        ? Actor.agency(organisation())
        : Actor.person(requirePerson());
  }

  public boolean belongsTo(OrganisationCode organisation) {
    return organisation().equals(organisation);
  }

  /** An auditor anywhere, and a supervisor at the NCA. */
  public boolean readsEverything() {
    return is(Role.AUDITOR) || (is(Role.SUPERVISOR) && organisation().equals(OrganisationCode.NCA));
  }

  /**
   * What another organisation owns is not there.
   *
   * @param what for the problem's detail, such as {@code "no referral with this id"}
   */
  public void requireSight(OrganisationCode owner, String what) {
    if (!belongsTo(owner) && !readsEverything()) throw Problems.notFound(what);
  }

  /** A token that says too little is refused before anything is done for it. */
  void requireUsable() {
    if (roles().isEmpty())
      throw unusable(
          "the token has no role of Baton's; one of "
              + Arrays.stream(Role.values()).map(Role::claim).toList()
              + " is needed in groups");
    organisation();
    if (roles().stream().anyMatch(Role::human) && token.getClaim("person") == null)
      throw unusable(
          "the role "
              + roles().iterator().next().claim()
              + " is a person's, and the"
              + " token names none; get one with --person");
    if (!is(Role.FORCE_SYSTEM) && headers.getHeaderString(ON_BEHALF_OF) != null)
      throw Problems.forbidden(
          "on-behalf-of-refused",
          "only the role force-system may act on behalf of a person; leave the header "
              + ON_BEHALF_OF
              + " out");
  }

  private static Optional<PersonId> personOf(String where, String value) {
    if (value == null) return Optional.empty();
    try {
      return Optional.of(PersonId.of(value));
    } catch (IllegalArgumentException e) {
      throw unusable(where + " is not one: " + e.getMessage());
    }
  }

  private static HttpProblem unusable(String detail) {
    return Problems.forbidden("token-insufficient", detail);
  }
}
