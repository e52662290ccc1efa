package baton.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Signs notes: the log's own, or a witness's that says when it saw one. */
public final class NoteSigner {
  private static final int PEM_LINE = 64;

  private final KeyPair pair;

  private NoteSigner(KeyPair pair) {
    this.pair = pair;
  }

  /**
   * @param seed the 32 bytes of a private key, as RFC 8032 has them
   */
  public static NoteSigner of(byte[] seed) {
    if (seed.length != Ed25519.KEY_BYTES)
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + seed.length);
    return new NoteSigner(Ed25519.pair(seed));
  }

  /**
   * Reads what {@link #freshPem} or {@code openssl genpkey -algorithm ed25519} wrote.
   *
   * @throws IOException if there is no such key in the file
   */
  public static NoteSigner in(Path file) throws IOException {
    String pem = Files.readString(file);
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      return of(((EdECPrivateKey) key).getBytes().orElseThrow());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is not an Ed25519 key in PKCS#8 PEM", e);
    }
  }

  /** A new private key in PKCS#8 PEM. */
  public static String freshPem(SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_BYTES];
    random.nextBytes(seed);
    byte[] der = Ed25519.pair(seed).getPrivate().getEncoded();
    var body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  /** What those need who check. */
  public VerifierKey verifierKey(String name, VerifierKey.Kind kind) {
    return new VerifierKey(name, kind, Ed25519.publicBytes(pair));
  }

  /** A note with this signature alone. */
  public SignedNote sign(String name, String text) {
    byte[] signature = Ed25519.sign(pair.getPrivate(), bytes(text));
    byte[] id = verifierKey(name, VerifierKey.Kind.NOTE).id();
    return new SignedNote(text, List.of(new NoteSignature(name, id, signature)));
  }

  /**
   * A witness's line under a checkpoint.
   *
   * @param seconds since 1970, when it was seen
   */
  public NoteSignature cosign(String name, String text, long seconds) {
    byte[] signature =
        Ed25519.sign(pair.getPrivate(), bytes(NoteSignature.cosigned(seconds, text)));
    byte[] both =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return new NoteSignature(name, verifierKey(name, VerifierKey.Kind.COSIGNATURE).id(), both);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
