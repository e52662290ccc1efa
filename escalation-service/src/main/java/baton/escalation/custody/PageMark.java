package baton.escalation.custody;

import baton.contract.ReferralId;
import baton.escalation.platform.Query;
import java.util.UUID;

/**
 * Where a page begins, as {@code after=} tells it.
 *
 * @param after the last referral of the page before, or null for the first page
 * @param board whose pages are turned, where it may still change; else null
 */
record PageMark(ReferralId after, UUID board) {
  private static final char PARTED_BY = '.';
  static final PageMark FIRST = new PageMark(null, null);

  static PageMark of(String given) {
    if (given == null) return FIRST;
    int parted = given.indexOf(PARTED_BY);
    try {
      return parted < 0
          ? new PageMark(ReferralId.of(given), null)
          : new PageMark(
              ReferralId.of(given.substring(0, parted)),
              UUID.fromString(given.substring(parted + 1)));
    } catch (IllegalArgumentException noMark) {
      throw Query.wrong("after", "after is what the page before gave as next");
    }
  }

  /**
   * What a page gives as {@code next}.
   *
   * @param last referral of the page; null where it is the last one
   */
  static String next(ReferralId last, PastBoard board) {
    if (last == null) return null;
    return board.isFinal() ? last.toString() : last.toString() + PARTED_BY + board.id();
  }
}
