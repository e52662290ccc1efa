package baton.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the referrals of Operation Spade fell to forces: the fifteen of the October 2014 table, with
 * North Yorkshire and North Wales, scaled up so that all 2,345 names have a force. Source: domain
 * reference, section 5.
 */
final class ForceShares {
  /** Force code to the number of referrals published for it. */
  static final Map<String, Integer> PUBLISHED = published();

  private ForceShares() {}

  /**
   * Force code to its share of {@code total}: largest remainders, so that the shares add up to it
   * exactly.
   */
  static Map<String, Integer> scaledTo(int total) {
    int known = PUBLISHED.values().stream().mapToInt(Integer::intValue).sum();
    var shares = new LinkedHashMap<String, Integer>();
    PUBLISHED.forEach((force, n) -> shares.put(force, n * total / known));
    int missing = total - shares.values().stream().mapToInt(Integer::intValue).sum();
    PUBLISHED.entrySet().stream()
        .sorted(
            (a, b) -> Integer.compare(b.getValue() * total % known, a.getValue() * total % known))
        .limit(missing)
        .forEach(e -> shares.merge(e.getKey(), 1, Integer::sum));
    return shares;
  }

  private static Map<String, Integer> published() {
    var table = new LinkedHashMap<String, Integer>();
    table.put("01", 193); // Metropolitan
    table.put("13", 60); // West Yorkshire
    table.put("20", 58); // West Midlands
    table.put("06", 54); // Greater Manchester
    table.put("23", 40); // Warwickshire
    table.put("42", 35); // Essex
    table.put("05", 35); // Merseyside
    table.put("14", 27); // South Yorkshire
    table.put("41", 25); // Hertfordshire
    table.put("12", 25); // North Yorkshire
    table.put("35", 24); // Cambridgeshire
    table.put("36", 23); // Norfolk
    table.put("31", 22); // Nottinghamshire
    table.put("37", 18); // Suffolk
    table.put("40", 15); // Bedfordshire
    table.put("60", 15); // North Wales
    table.put("34", 13); // Northamptonshire
    return table;
  }
}
