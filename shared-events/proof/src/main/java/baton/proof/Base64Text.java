package baton.proof;

import java.util.Base64;

/** Standard Base64 with padding, in exactly one spelling. Source: RFC 4648, section 4. */
public final class Base64Text {
  private Base64Text() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @throws IllegalArgumentException if it is none, or another spelling of some
   */
  public static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) throw new IllegalArgumentException("no canonical Base64");
    return bytes;
  }
}
