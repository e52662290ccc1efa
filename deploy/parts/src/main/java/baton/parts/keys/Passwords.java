package baton.parts.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One password per user of a database or of the broker, all derived from one random secret in a
 * file.
 */
public final class Passwords {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;

  private final SecretKeySpec secret;

  private Passwords(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Reads the secret, or makes it where there is none. */
  public static Passwords in(Path file) throws IOException {
    var text = OwnerOnly.text(file, Passwords::fresh);
    return new Passwords(Base64.getDecoder().decode(text.strip()));
  }

  private static String fresh() {
    return Base64.getEncoder().encodeToString(bytes()) + "\n";
  }

  /** One that stands for itself: letters, digits, {@code -} and {@code _}. */
  public static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  private static byte[] bytes() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  public String of(String user) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      var digest = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
