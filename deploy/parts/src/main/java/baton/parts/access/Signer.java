package baton.parts.access;

import baton.parts.keys.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** An authority at work: for as long as it is open it has a key store, which then is gone. */
final class Signer implements AutoCloseable {
  private static final String AUTHORITY = "authority";
  private static final int PASSWORD_BYTES = 24;

  private final Path store;
  private final String password;
  private final Keytool tool;

  /**
   * @param folder closed to others
   */
  Signer(Path folder) throws IOException {
    store = folder.resolve("making.p12");
    var random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    password = HexFormat.of().formatHex(random);
    tool = new Keytool(store, password);
    Files.deleteIfExists(store);
  }

  /**
   * A key and what proves whose it is.
   *
   * @param key PKCS#8 in PEM
   * @param chain certificates in PEM, the key's own first
   */
  record Pair(String key, String chain) {
    String both() {
      return key + chain;
    }
  }

  Pair newAuthority(int days) throws IOException, GeneralSecurityException {
    tool.makePair(AUTHORITY, "Baton local authority", days, "-ext", "bc:critical=ca:true");
    return pair(AUTHORITY);
  }

  void authority(PrivateKey key, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    var kept = KeyStore.getInstance("PKCS12");
    kept.load(null, null);
    kept.setKeyEntry(AUTHORITY, key, password.toCharArray(), new Certificate[] {certificate});
    try (var out = Files.newOutputStream(store)) {
      kept.store(out, password.toCharArray());
    }
  }

  /**
   * @param further what the certificate is for, in {@code keytool}'s own words
   */
  Pair signed(String name, int days, String... further)
      throws IOException, GeneralSecurityException {
    var words = new String[2 + 2 * further.length];
    words[0] = "-signer";
    words[1] = AUTHORITY;
    for (int i = 0; i < further.length; i++) {
      words[2 + 2 * i] = "-ext";
      words[3 + 2 * i] = further[i];
    }
    tool.makePair(name, name, days, words);
    return pair(name);
  }

  private Pair pair(String name) throws IOException, GeneralSecurityException {
    var made = KeyStore.getInstance(store.toFile(), password.toCharArray());
    var key = made.getKey(name, password.toCharArray()).getEncoded();
    var chain = new StringBuilder();
    for (Certificate each : made.getCertificateChain(name))
      chain.append(Pem.of("CERTIFICATE", each.getEncoded()));
    return new Pair(Pem.of("PRIVATE KEY", key), chain.toString());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(store);
  }
}
