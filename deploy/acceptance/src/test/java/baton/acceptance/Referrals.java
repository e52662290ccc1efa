package baton.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Synthetic referrals in the body of {@code POST /referrals}. */
public final class Referrals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Referrals() {}

  /** Not urgent, for a force, with one suspect. */
  public static Map<String, Object> referral(String reference, String force) {
    var body = new LinkedHashMap<String, Object>();
    body.put("reference", reference);
    body.put("type", "POSSESSION_OR_DISTRIBUTION");
    body.put("force", force);
    body.put("occurred", Map.of("from", "2026-02-01T10:15:00Z"));
    body.put("narrative", "Synthetic. No real person is described.");
    body.put(
        "people",
        List.of(Map.of("role", "SUSPECT", "names", List.of("Synthetic Suspect " + reference))));
    return body;
  }

  public static Map<String, Object> urgent(String reference, String force) {
    var body = referral(reference, force);
    body.put("urgentBecause", "synthetic: a child is with the suspect now");
    return body;
  }

  /** {@code PREFIX-0001} and so on, one JSON object a line. */
  public static List<String> lines(String prefix, int count, String force) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> json(referral("%s-%04d".formatted(prefix, n), force)))
        .toList();
  }

  public static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
