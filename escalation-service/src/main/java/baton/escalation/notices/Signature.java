package baton.escalation.notices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks, symmetric: {@code v1,} and HMAC-SHA256 over id, time and
 * body, parted by full stops, in base64. Source: standardwebhooks.com, specification 1.0.
 */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * @param secret in base64, with or without {@code whsec_} before it
   * @param timestamp seconds since 1970
   * @throws IllegalArgumentException if the secret is none
   */
  static String of(String secret, String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      byte[] signed =
          mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The bytes of a secret. */
  static byte[] key(String secret) {
    String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    byte[] key = Base64.getDecoder().decode(encoded);
    if (key.length == 0) throw new IllegalArgumentException("a webhook's secret is empty");
    return key;
  }
}
