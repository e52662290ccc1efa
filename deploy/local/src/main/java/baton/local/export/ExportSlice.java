package baton.local.export;

import baton.contract.ReferralId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * Which events are exported; all null: the whole log.
 *
 * @param from recorded from here on
 * @param to recorded before this
 */
public record ExportSlice(ReferralId referral, String force, Instant from, Instant to) {

  /**
   * As the service is asked for it.
   *
   * @param round of the checkpoints up to which it goes, null for the last
   * @param after the place behind which it goes on, null from the beginning
   * @param kept checkpoints with which the proof is to connect it
   */
  String query(Long round, String after, KeptCheckpoints kept) {
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "referral", referral);
    add(query, "force", force);
    add(query, "from", from);
    add(query, "to", to);
    add(query, "round", round);
    add(query, "after", after);
    kept.since().stream().sorted().forEach(each -> query.add("since=" + each));
    return query.toString();
  }

  private static void add(StringJoiner query, String name, Object value) {
    if (value != null)
      query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
  }
}
