package baton.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The JDK's Ed25519 (RFC 8032) with keys as 32 bytes. */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  /** What stands before the 32 bytes in a DER SubjectPublicKeyInfo. */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final String NAME = "Ed25519";

  private Ed25519() {}

  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) return false;
    try {
      byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + KEY_BYTES);
      System.arraycopy(publicKey, 0, encoded, SPKI.length, KEY_BYTES);
      var key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance(NAME);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException noPointOrNoSignature) {
      return false;
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /** The pair that a seed of 32 bytes stands for. */
  static KeyPair pair(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(NAME);
      // The private key is the next 32 random bytes; the public one the JDK derives only here.
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** The last 32 bytes of its DER, which are those of RFC 8032. */
  static byte[] publicBytes(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] seed;

    private Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) throw new IllegalStateException("one seed was asked for");
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
