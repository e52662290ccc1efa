package baton.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What nobody would send who means well. */
final class Hostile {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "\u0000",
          "a\u0000b",
          "\ud83d",
          "\ude00\ud83d",
          "\u202eabc",
          "\ufeff",
          "\u0085\u2028",
          "é\u0301\u0301\u0301",
          "'; drop table event_entry; --",
          "\" or \"\"=\"",
          "%s%n%x",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "-1",
          "0",
          "9223372036854775808",
          "1e400",
          "NaN",
          "2999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "0000-00-00T00:00:00Z",
          "2026-02-30T12:00:00Z",
          "2026-01-01T00:00:00+18:00",
          "2026-01-01T25:61:61Z",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "1-1-1-1-1",
          "٤٦",
          "x".repeat(300),
          "ß".repeat(5_000),
          "💥".repeat(70_000));

  private static final List<String> JSON =
      List.of(
          "",
          "null",
          "{}",
          "[]",
          "0",
          "\"\"",
          "{",
          "}",
          "{\"a\":1,\"a\":2}",
          "{\"a\":NaN}",
          "{'a':1}",
          "{\"a\":\"\\ud800\"}",
          "{\"__proto__\":{}}",
          "{\"@class\":\"java.lang.Runtime\"}",
          "/* */{}",
          "{}{}",
          "\ufeff{}",
          "[".repeat(5_000),
          "{\"a\":".repeat(2_000),
          "{\"a\":" + "9".repeat(5_000) + "}",
          "{\"a\":1e999999999}",
          "{\"a\":\"" + "y".repeat(400_000) + "\"}",
          "{\"a\":[" + "0,".repeat(100_000) + "0]}",
          " ".repeat(600_000));

  private Hostile() {}

  static String text(RandomGenerator random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  static byte[] body(RandomGenerator random) {
    if (random.nextInt(4) > 0)
      return JSON.get(random.nextInt(JSON.size())).getBytes(StandardCharsets.UTF_8);
    var noise = new byte[random.nextInt(2_000)];
    random.nextBytes(noise);
    return noise;
  }
}
