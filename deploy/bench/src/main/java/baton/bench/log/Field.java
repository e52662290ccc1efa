package baton.bench.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What differs from one event to the next of its kind. A template is written with the stand-in and
 * filled in place, so each value is exactly as long as its stand-in.
 */
enum Field {
  REFERRAL("0a000000-0000-7000-8000-0000000000aa"),
  EVENT("0b000000-0000-7000-8000-0000000000bb"),
  /** The event that it reacts to. */
  CAUSE("0c000000-0000-7000-8000-0000000000cc"),
  ESCALATION("0d000000-0000-5000-8000-0000000000dd"),
  /** The event that started the clock of an escalation, or that ended it. */
  ABOUT("0e000000-0000-7000-8000-0000000000ee"),
  CORRELATION("0f000000-0000-7000-8000-0000000000ff"),
  /** Of the referral's own data key. */
  KEY("0a0a0000-0000-7000-8000-000000000a0a"),
  RECORDED("1971-01-01T00:00:00.000001Z"),
  HAPPENED("1972-01-01T00:00:00.000000Z"),
  HAPPENED_DATA("1972-01-01T00:00:00Z"),
  DUE("1973-01-01T00:00:00.000001Z"),
  NEXT_REVIEW("1974-01-01T00:00:00Z"),
  PROVIDER_REPORTED("1975-01-01T00:00:00Z"),
  FORCE("\"98\"", 1, 2),
  FORCE_OF_PERSON("p-98-", 2, 2),
  FORCE_OF_TEAM("98-polit", 0, 2),
  OTHER_FORCE("\"97\"", 1, 2),
  OFFICER("p-98-0001", 5, 4),
  ASSESSOR("p-nca-0001", 6, 4),
  REFERENCE("CT-00000001", 3, 8),
  RECEIPT("R-AAAA-AAAA-AAAA", 2, 14),
  CONTENT_HASH("f".repeat(64)),
  /** As long as the box is. */
  BOX("\"box\":\"", 7, 0);

  private final byte[] needle;
  private final int shift;
  private final int length;

  Field(String standIn) {
    this(standIn, 0, standIn.length());
  }

  /**
   * @param needle what is looked for
   * @param shift from the beginning of the needle to the value
   */
  Field(String needle, int shift, int length) {
    this.needle = needle.getBytes(US_ASCII);
    this.shift = shift;
    this.length = length;
  }

  String standIn() {
    return new String(needle, US_ASCII);
  }

  /** In bytes; 0 where each template has a length of its own. */
  int length() {
    return length;
  }

  /** Where the value stands next at or after {@code from}, or -1. */
  int find(byte[] bytes, int from) {
    for (int at = Math.max(0, from - shift); at + needle.length <= bytes.length; at++) {
      if (at + shift >= from && stands(bytes, at)) return at + shift;
    }
    return -1;
  }

  private boolean stands(byte[] bytes, int at) {
    for (int i = 0; i < needle.length; i++) if (bytes[at + i] != needle[i]) return false;
    return true;
  }
}
