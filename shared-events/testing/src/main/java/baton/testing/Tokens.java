package baton.testing;

import baton.parts.keys.Bearer;
import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Bearer tokens as the services take them, signed by a key that this test run made. */
public final class Tokens {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private Tokens() {}

  /** A person's token. */
  public static String of(String role, String organisation, String person) {
    return issuer().sign(new Bearer(role, organisation, person), LIFETIME);
  }

  /** The token of an organisation's own system, which names no person. */
  public static String of(String role, String organisation) {
    return of(role, organisation, null);
  }

  public static String expired(String role, String organisation, String person) {
    return issuer().sign(new Bearer(role, organisation, person), LIFETIME.negated());
  }

  /** Signed by the right key, and meant for somebody else. */
  public static String forAudience(
      String audience, String role, String organisation, String person) {
    return issuer().sign(new Bearer(role, organisation, person), LIFETIME, audience);
  }

  /** What a service checks the tokens by (PEM). */
  public static Path publicKeyFile() {
    return issuer().publicKeyFile();
  }

  private static TokenIssuer issuer() {
    try {
      return TokenIssuer.in(RealParts.get().folder().resolve("keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
