package baton.policy.file;

import baton.policy.Limit;
import baton.policy.Timescales.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table as people write it: a limit by grade, {@code otherwise} for the grades that
 * are not named, or {@code always} for all of them.
 */
public final class RowOfLimits {
  static final List<String> GRADES = List.of("urgent", "veryHigh", "high", "medium", "low");

  /** What may stand in a row. */
  public static final List<String> FIELDS =
      List.of("urgent", "veryHigh", "high", "medium", "low", "otherwise", "always");

  private final Map<String, Limit> given = new HashMap<>();

  /** False where no such field is known. */
  public boolean set(String field, Limit limit) {
    if (!FIELDS.contains(field)) return false;
    given.put(field, limit);
    return true;
  }

  /** The grades for which there is no limit. */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    for (String grade : GRADES) if (of(grade) == null) missing.add(grade);
    return missing;
  }

  /** Once none is missing. */
  public Limits limits() {
    return new Limits(of("urgent"), of("veryHigh"), of("high"), of("medium"), of("low"));
  }

  private Limit of(String grade) {
    Limit otherwise = given.getOrDefault("otherwise", given.get("always"));
    return given.getOrDefault(grade, otherwise);
  }
}
