package baton.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of which a tree consists, 32 bytes each. Source: RFC 6962, section 2.1. */
public final class TreeHash {
  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static byte[] empty() {
    return sha256().digest();
  }

  /** SHA-256 of 0x00 and an event's bytes. */
  public static byte[] leaf(byte[] value) {
    MessageDigest digest = leafDigest();
    return digest.digest(value);
  }

  /** SHA-256 of 0x01, the left and the right hash. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** For a leaf that comes in pieces: its first byte is in it already. */
  static MessageDigest leafDigest() {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
