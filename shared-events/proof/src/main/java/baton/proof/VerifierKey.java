package baton.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who signs notes, as those who check them know it. Written as {@code name+hash+base64}, a
 * <em>vkey</em>. Source: C2SP signed-note, tlog-cosignature.
 *
 * @param name without spaces and plus signs
 * @param kind what is signed with it
 * @param key 32 bytes, as RFC 8032 encodes a public key
 */
public record VerifierKey(String name, Kind kind, byte[] key) {

  /** What a key is for; the byte goes into its hash. */
  public enum Kind {
    /** The text of a note. */
    NOTE(1),
    /** A witness's, over the text and the time at which it was seen. */
    COSIGNATURE(4);

    private final byte identifier;

    Kind(int identifier) {
      this.identifier = (byte) identifier;
    }
  }

  /**
   * @throws IllegalArgumentException if no note could name such a key
   */
  public VerifierKey {
    if (!isName(name)) throw new IllegalArgumentException("'" + name + "' is no name of a key");
    if (key.length != Ed25519.KEY_BYTES)
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + key.length);
  }

  /**
   * Reads a vkey.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3)
      throw new IllegalArgumentException("a verifier key is name+hash+base64: " + shortened(text));
    byte[] encoded = Base64Text.decode(parts[2]);
    if (encoded.length != 1 + Ed25519.KEY_BYTES)
      throw new IllegalArgumentException("no Ed25519 key: " + shortened(text));
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.identifier == encoded[0])
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("an unknown kind of key: " + shortened(text)));
    var key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(encoded, 1, encoded.length));
    if (!HexFormat.of().formatHex(key.id()).equals(parts[1]))
      throw new IllegalArgumentException("its hash is not that of the key: " + shortened(text));
    return key;
  }

  /** The same key under another name: Baton signs each tree under its origin's. */
  public VerifierKey named(String other) {
    return new VerifierKey(other, kind, key);
  }

  /** The first four bytes of the hash over name, kind and key. */
  byte[] id() {
    var digest = TreeHash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(kind.identifier);
    return Arrays.copyOf(digest.digest(key), NoteSignature.ID_BYTES);
  }

  /** Whether a signature line names this key. */
  boolean is(NoteSignature signature) {
    return signature.name().equals(name) && Arrays.equals(signature.keyId(), id());
  }

  /** Spaces and plus signs part things in the formats that names stand in. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .noneMatch(
                c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
  }

  /** The vkey. */
  @Override
  public String toString() {
    byte[] encoded = new byte[1 + key.length];
    encoded[0] = kind.identifier;
    System.arraycopy(key, 0, encoded, 1, key.length);
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.encode(encoded);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
