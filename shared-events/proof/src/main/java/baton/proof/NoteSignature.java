package baton.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One signature line of a note: {@code — name base64(key id, signature)}.
 *
 * @param keyId four bytes, which with the name tell the key
 * @param signature what the key's kind makes of the text
 */
public record NoteSignature(String name, byte[] keyId, byte[] signature) {
  static final int ID_BYTES = 4;
  static final String DASH = "\u2014 ";

  private static final int TIMESTAMP_BYTES = Long.BYTES;

  static NoteSignature parse(String line) {
    String[] parts = line.substring(DASH.length()).split(" ", -1);
    if (parts.length != 2 || !VerifierKey.isName(parts[0]))
      throw new IllegalArgumentException("a signature line is '— name base64'");
    byte[] both = Base64Text.decode(parts[1]);
    if (both.length <= ID_BYTES) throw new IllegalArgumentException("a signature of no bytes");
    return new NoteSignature(
        parts[0], Arrays.copyOf(both, ID_BYTES), Arrays.copyOfRange(both, ID_BYTES, both.length));
  }

  /** When a witness says that it saw it, in seconds since 1970; only of a cosignature. */
  public long seconds() {
    return ByteBuffer.wrap(signature).getLong();
  }

  boolean isOfTheKeyOf(NoteSignature other) {
    return name.equals(other.name) && Arrays.equals(keyId, other.keyId);
  }

  boolean holds(VerifierKey key, String text) {
    if (!key.is(this)) return false;
    return switch (key.kind()) {
      case NOTE -> Ed25519.verifies(key.key(), bytes(text), signature);
      case COSIGNATURE ->
          signature.length == TIMESTAMP_BYTES + Ed25519.SIGNATURE_BYTES
              && seconds() >= 0
              && Ed25519.verifies(
                  key.key(),
                  bytes(cosigned(seconds(), text)),
                  Arrays.copyOfRange(signature, TIMESTAMP_BYTES, signature.length));
    };
  }

  /** What a witness signs. Source: C2SP tlog-cosignature, "Ed25519 signed message". */
  static String cosigned(long seconds, String text) {
    return "cosignature/v1\ntime " + seconds + "\n" + text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The line, with its newline. */
  @Override
  public String toString() {
    byte[] both = Arrays.copyOf(keyId, ID_BYTES + signature.length);
    System.arraycopy(signature, 0, both, ID_BYTES, signature.length);
    return DASH + name + " " + Base64Text.encode(both) + "\n";
  }
}
