package baton.allocation.feed;

import baton.allocation.feed.model.Content;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.CommandAnswered;
import baton.contract.feed.FeedTypes;
import baton.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a force's feed as it is kept: for ever the same.
 *
 * @param position from 1, without a hole
 * @param type the wire name
 * @param referral null for the answer to a command that named none
 * @param cause the event on the log; of an answer to a command, a name for the command's place
 * @param at when that was recorded
 * @param data a JSON object without the content
 * @param content in its box, or null where there is none
 */
record FeedEntry(
    OrganisationCode force,
    long position,
    UUID id,
    String type,
    ReferralId referral,
    EventId cause,
    Instant at,
    String data,
    Content content) {

  static FeedEntry of(ResultSet row) throws SQLException {
    return new FeedEntry(
        new OrganisationCode(row.getString("force")),
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getString("type"),
        referral(row),
        new EventId(row.getObject("cause", UUID.class)),
        Sql.instant(row, "recorded_at"),
        row.getString("data"),
        content(row));
  }

  /** Tells of no event on the log. */
  boolean answersCommand() {
    return type.equals(FeedTypes.nameOf(CommandAnswered.class));
  }

  private static ReferralId referral(ResultSet row) throws SQLException {
    UUID referral = row.getObject("referral", UUID.class);
    return referral == null ? null : new ReferralId(referral);
  }

  private static Content content(ResultSet row) throws SQLException {
    String form = row.getString("content_form");
    return form == null
        ? null
        : new Content(
            Content.Form.valueOf(form),
            new EventId(row.getObject("sealed_by", UUID.class)),
            row.getString("sealed_key"),
            row.getString("sealed_box"));
  }
}
