package baton.allocation.feed;

import baton.allocation.feed.model.Content;
import baton.allocation.feed.model.Draft;
import baton.allocation.feed.model.Standing;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.StillOpen;
import baton.custody.Custody;
import baton.custody.Offer;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A referral as it stands for a force now, with its content, to be told to that force. */
final class StandingNow {
  private StandingNow() {}

  /** Empty where it is not open, or does not concern the force. */
  static Optional<Draft> of(
      Custody custody, OrganisationCode force, Instant now, Connection connection) {
    if (Standing.of(custody, force).isEmpty()) return Optional.empty();
    Optional<Given> given =
        Standing.dissemination(custody, force)
            .flatMap(offer -> given(custody.referral(), offer, connection));
    StillOpen told = Standing.told(custody, force, given.map(Given::from).orElse(null));
    // Told once for each time that it came to the force.
    EventId cause = given.map(Given::event).orElseGet(() -> custody.reading().first().event());
    return Optional.of(
        new Draft(force, cause, now, told, content(custody.referral(), given, connection)));
  }

  /** The package as it was given, unless the sender said something since. */
  private static Content content(
      ReferralId referral, Optional<Given> given, Connection connection) {
    Content packed = given.map(Given::content).orElse(null);
    return packed == null
        ? NewestContent.of(referral, connection).orElse(null)
        : NewestContent.after(packed.sealedBy(), referral, connection).orElse(packed);
  }

  /** A dissemination as it was made. */
  private record Given(EventId event, OrganisationCode from, Content content) {
    static Given of(ResultSet row) throws SQLException {
      var event = new EventId(row.getObject("sealed_by", UUID.class));
      String key = row.getString("sealed_key");
      return new Given(
          event,
          new OrganisationCode(row.getString("sender")),
          key == null
              ? null
              : new Content(Content.Form.PACKAGE, event, key, row.getString("sealed_box")));
    }
  }

  private static Optional<Given> given(ReferralId referral, Offer offer, Connection connection) {
    return Sql.on(connection, "a dissemination as it was made")
        .find(
            "select * from dissemination where referral = ? and number = ?",
            Given::of,
            referral,
            offer.number());
  }
}
