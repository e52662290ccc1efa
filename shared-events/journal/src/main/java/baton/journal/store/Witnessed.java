package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.HoldsPersonalData;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the events read in one transaction say of their referrals: last time, and data key. */
final class Witnessed {
  private final Map<ReferralId, Instant> times = new HashMap<>();
  private final Map<ReferralId, String> keys = new HashMap<>();

  void add(Recorded<? extends BatonEvent> read) {
    if (read.referral() == null) return;
    times.merge(read.referral(), read.recordedTime(), (a, b) -> a.isAfter(b) ? a : b);
    if (read.event() instanceof HoldsPersonalData<?, ?> holder) {
      Sealed<?> sealed = holder.sealed();
      if (sealed != null && !sealed.isOpen()) keys.putIfAbsent(read.referral(), sealed.key());
    }
  }

  Instant time(ReferralId referral) {
    return times.get(referral);
  }

  String key(ReferralId referral) {
    return keys.get(referral);
  }

  /** Written last in the transaction, so that it takes its transaction id late. */
  void keep(Connection transaction) throws SQLException {
    if (!times.isEmpty()) ReferralClock.witnessed(transaction, times);
    if (!keys.isEmpty()) ReferralKeys.witnessed(transaction, keys);
  }
}
