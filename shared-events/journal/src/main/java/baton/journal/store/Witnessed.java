package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.HoldsPersonalData;
import baton.contract.Recorded;
import baton.contract.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What the events read in one transaction say of their referrals: last time, and data key. */
final class Witnessed {
  private final Map<UUID, Instant> times = new HashMap<>();
  private final Map<UUID, String> keys = new HashMap<>();

  void add(Recorded<? extends BatonEvent> read) {
    if (read.referral() == null) return;
    times.merge(read.referral().value(), read.recordedTime(), (a, b) -> a.isAfter(b) ? a : b);
    if (read.event() instanceof HoldsPersonalData<?, ?> holder) {
      Sealed<?> sealed = holder.sealed();
      if (sealed != null && !sealed.isOpen())
        keys.putIfAbsent(read.referral().value(), sealed.key());
    }
  }

  /** The given time, or one microsecond past what was read of the referral if that is later. */
  Instant after(UUID referral, Instant now) {
    Instant read = times.get(referral);
    return read == null || read.isBefore(now) ? now : read.plusNanos(1_000);
  }

  String key(UUID referral) {
    return keys.get(referral);
  }

  /** Whether times are to be kept of others than these. */
  boolean hasBeside(Collection<UUID> referrals) {
    return !referrals.containsAll(times.keySet());
  }

  /** These and all of which times are to be kept. */
  SortedSet<UUID> with(Collection<UUID> referrals) {
    var all = new TreeSet<>(referrals);
    all.addAll(times.keySet());
    return all;
  }

  /** An append has written later times for these: nothing is left to keep. */
  void stamped(Collection<UUID> referrals) {
    times.keySet().removeAll(referrals);
  }

  /** For whoever goes on to lock other rows that the writers of these lock afterwards. */
  void keepTimes(Connection transaction) throws SQLException {
    if (!times.isEmpty()) ReferralClock.witnessed(transaction, times);
  }

  /** Written last in the transaction, so that it takes its transaction id late. */
  void keep(Connection transaction) throws SQLException {
    keepTimes(transaction);
    if (!keys.isEmpty()) ReferralKeys.keep(transaction, keys);
  }
}
