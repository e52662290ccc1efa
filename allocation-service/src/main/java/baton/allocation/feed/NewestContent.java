package baton.allocation.feed;

import baton.allocation.feed.model.Content;
import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import java.sql.Connection;
import java.util.Optional;

/** What the sender said last of a referral, closed. */
final class NewestContent {
  private NewestContent() {}

  /** Empty where its receipt was not read here. */
  static Optional<Content> of(ReferralId referral, Connection connection) {
    return ReferralCopies.find(referral, connection).map(NewestContent::content);
  }

  /**
   * Empty where a package is as new as that.
   *
   * @param packed the event that closed the package; ids grow with the time
   */
  static Optional<Content> after(EventId packed, ReferralId referral, Connection connection) {
    return ReferralCopies.find(referral, connection)
        .filter(copy -> copy.version() > 1 && copy.sealedBy().compareTo(packed) > 0)
        .map(NewestContent::content);
  }

  private static Content content(ReferralCopy copy) {
    return Content.of(Content.Form.DETAILS, copy.sealedBy(), copy.sealed());
  }
}
