package baton.parts.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Keys and certificates as text between {@code BEGIN} and {@code END} (RFC 7468). */
public final class Pem {
  private static final int LINE = 64;
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

  private Pem() {}

  /**
   * @param label such as {@code PRIVATE KEY}
   * @param bytes DER
   */
  public static String of(String label, byte[] bytes) {
    var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** DER, of a text that holds one thing. */
  public static byte[] bytes(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  /**
   * The certificates of a file, in its order; what else it holds is passed over.
   *
   * @throws IOException it cannot be read, or holds none
   */
  public static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var found = new ArrayList<X509Certificate>();
      var blocks = CERTIFICATE.matcher(Files.readString(file));
      while (blocks.find())
        found.add(
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(bytes(blocks.group()))));
      if (found.isEmpty()) throw new IOException(file + " holds no certificate");
      return found;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds what is no certificate in PEM", e);
    }
  }

  /**
   * @param algorithm such as {@code EC}
   * @throws IOException it cannot be read, or is no such key
   */
  public static PrivateKey privateKey(Path file, String algorithm) throws IOException {
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(bytes(Files.readString(file))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is not a key of " + algorithm + " in PKCS#8 PEM", e);
    }
  }
}
