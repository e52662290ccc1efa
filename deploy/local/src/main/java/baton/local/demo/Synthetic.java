package baton.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * People and referrals that nobody can take for real ones: numbered names, documentation addresses
 * (RFC 5737), numbers that Ofcom reserves for drama, a postcode area that does not exist, {@code
 * .invalid} mail.
 */
final class Synthetic {
  private static final List<String> TYPES =
      List.of("POSSESSION_OR_DISTRIBUTION", "ENTICEMENT", "UNSOLICITED_MATERIAL");

  private final Random random;

  Synthetic(long seed) {
    this.random = new Random(seed);
  }

  /** One referral in the body of {@code POST /referrals}. */
  Map<String, Object> referral(String reference, String force, String occurred) {
    int n = random.nextInt(1_000_000);
    var body = new LinkedHashMap<String, Object>();
    body.put("reference", reference);
    body.put("type", random.nextInt(10) < 8 ? TYPES.getFirst() : TYPES.get(1 + random.nextInt(2)));
    body.put("force", force);
    body.put("actionable", true);
    body.put("occurred", Map.of("from", occurred, "asWritten", "synthetic"));
    body.put("narrative", "Synthetic narrative " + n + ". No real person is described.");
    body.put("intelligence", Map.of("source", "RELIABLE", "information", "B", "handling", "P"));
    body.put("imageCategory", List.of("A", "B", "C").get(random.nextInt(3)));
    body.put(
        "people", random.nextInt(5) == 0 ? List.of(suspect(n), child(n)) : List.of(suspect(n)));
    body.put(
        "networkEvents",
        List.of(
            Map.of(
                "address",
                "203.0.113." + random.nextInt(256),
                "port",
                443,
                "at",
                occurred,
                "event",
                "LOGIN")));
    return body;
  }

  private Map<String, Object> suspect(int n) {
    return Map.of(
        "role", "SUSPECT",
        "names", List.of("Synthetic Suspect " + n),
        "dateOfBirth", (1950 + random.nextInt(40)) + "-01-01",
        "emails", List.of("synthetic" + n + "@example.invalid"),
        "phones", List.of("+447700900" + "%03d".formatted(random.nextInt(1000))),
        "addresses",
            List.of(Map.of("line", n % 200 + 1 + " Example Street", "postcode", "ZZ1 1ZZ")));
  }

  private Map<String, Object> child(int n) {
    return Map.of(
        "role",
        "CHILD_AT_RISK",
        "names",
        List.of("Synthetic Child " + n),
        "dateOfBirth",
        (1998 + random.nextInt(12)) + "-01-01",
        "relationship",
        "sibling",
        "sameAddressAs",
        0);
  }
}
