package baton.allocation.webhooks;

import baton.allocation.webhooks.model.Scheme;
import baton.contract.OrganisationCode;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedTypes;
import baton.platform.sql.Sql;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One webhook as it stands.
 *
 * @param registrant who had it made: the force, or a unit that acted for it then
 * @param kinds wire names; empty: all
 * @param position the place of the last entry that it has, or that it does not want
 * @param attempts failures in a row
 * @param failingSince the first of them, or null
 * @param failure the last of them, or null
 * @param disabledBecause null while it is sent to
 */
record WebhookRow(
    UUID id,
    OrganisationCode force,
    OrganisationCode registrant,
    URI url,
    Scheme scheme,
    List<String> kinds,
    long position,
    Instant madeAt,
    int attempts,
    Instant failingSince,
    String failure,
    Instant deliveredAt,
    Instant nextAt,
    Instant disabledAt,
    String disabledBecause) {

  private static final String DISSEMINATED = FeedTypes.nameOf(Disseminated.class);

  /** The name of its cursor. */
  static String consumer(UUID id) {
    return "webhook:" + id;
  }

  /** As it stands in the record of who was shown what. */
  String deliveredTo() {
    return "webhook " + id + " (" + url.getHost() + ")";
  }

  /** Whether disseminations are among what it is sent. */
  boolean takesDisseminations() {
    return kinds.isEmpty() || kinds.contains(DISSEMINATED);
  }

  boolean disabled() {
    return disabledAt != null;
  }

  static WebhookRow of(ResultSet row) throws SQLException {
    return new WebhookRow(
        row.getObject("id", UUID.class),
        new OrganisationCode(row.getString("force")),
        registrant(row),
        URI.create(row.getString("url")),
        Scheme.valueOf(row.getString("scheme")),
        kinds(row.getArray("kinds")),
        row.getLong("position"),
        Sql.instant(row, "made_at"),
        row.getInt("attempts"),
        Sql.instant(row, "failing_since"),
        row.getString("failure"),
        Sql.instant(row, "delivered_at"),
        Sql.instant(row, "next_at"),
        Sql.instant(row, "disabled_at"),
        row.getString("disabled_because"));
  }

  /** A version that does not know it makes webhooks of the force itself only. */
  private static OrganisationCode registrant(ResultSet row) throws SQLException {
    String unit = row.getString("registrant");
    return new OrganisationCode(unit == null ? row.getString("force") : unit);
  }

  private static List<String> kinds(Array kinds) throws SQLException {
    return kinds == null ? List.of() : List.of((String[]) kinds.getArray());
  }
}
