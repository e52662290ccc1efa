package baton.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One package as Toronto sent it in July 2012: 2,345 names, in no order, each with its force.
 * Synthetic throughout.
 */
final class SpadeBatch {
  static final int NAMES = 2_345;

  private SpadeBatch() {}

  /** NDJSON, one referral a line; the same seed gives the same bytes. */
  static List<String> lines(long seed, ObjectMapper json) {
    var forces = new ArrayList<String>();
    ForceShares.scaledTo(NAMES).forEach((force, n) -> forces.addAll(Collections.nCopies(n, force)));
    Collections.shuffle(forces, new Random(seed));
    var synthetic = new Synthetic(seed);
    var lines = new ArrayList<String>();
    for (int i = 0; i < forces.size(); i++) {
      lines.add(
          write(
              json,
              synthetic.referral(
                  "SPADE-%04d".formatted(i + 1),
                  forces.get(i),
                  "2012-06-%02dT10:15:00Z".formatted(1 + i % 28))));
    }
    return lines;
  }

  private static String write(ObjectMapper json, Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
