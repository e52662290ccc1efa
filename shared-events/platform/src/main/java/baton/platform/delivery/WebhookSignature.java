package baton.platform.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of Standard Webhooks over id, time and body, parted by full stops: {@code v1,} and
 * HMAC-SHA256, or {@code v1a,} and Ed25519, in base64. Source: standardwebhooks.com, specification
 * 1.0.0, "Signature scheme".
 */
public final class WebhookSignature {
  /** Before a symmetric secret. */
  public static final String SECRET_PREFIX = "whsec_";

  /** Before a public key. */
  public static final String PUBLIC_PREFIX = "whpk_";

  /** The specification wants 24 to 64 bytes. */
  public static final int SECRET_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String ED25519 = "Ed25519";

  /** What stands behind the algorithm's name in a public key's X.509 form. */
  private static final int PUBLIC_BYTES = 32;

  private WebhookSignature() {}

  /**
   * Symmetric.
   *
   * @param secret in base64, with or without {@code whsec_} before it
   * @param timestamp seconds since 1970
   * @throws IllegalArgumentException if the secret is none
   */
  public static String of(String secret, String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key(secret), HMAC));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed(id, timestamp, body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /**
   * Asymmetric.
   *
   * @param key an Ed25519 key
   * @param timestamp seconds since 1970
   */
  public static String of(PrivateKey key, String id, long timestamp, String body) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(signed(id, timestamp, body));
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no signature by this key", e);
    }
  }

  /** The bytes of a symmetric secret. */
  public static byte[] key(String secret) {
    String encoded =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    byte[] key = Base64.getDecoder().decode(encoded);
    if (key.length == 0) throw new IllegalArgumentException("a webhook's secret is empty");
    return key;
  }

  /** A symmetric secret as it is told: {@code whsec_} and base64. */
  public static String secret(byte[] key) {
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** A public key as it is told: {@code whpk_} and its 32 bytes in base64. */
  public static String text(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
    return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(raw);
  }

  private static byte[] signed(String id, long timestamp, String body) {
    return (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
  }
}
