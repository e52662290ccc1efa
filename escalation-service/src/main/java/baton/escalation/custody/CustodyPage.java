package baton.escalation.custody;

import baton.escalation.clockkeeper.Age;
import baton.platform.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One page of referrals, and how new it is.
 *
 * @param next to be given as {@code after} for the following page, or null on the last
 * @param completeTo everything that was recorded before it has been read
 * @param by where it is about a moment: by which of an event's times it counts, recorded or
 *     happened
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CustodyPage(
    List<CustodyView> items,
    String next,
    Instant asOf,
    Instant completeTo,
    double lagSeconds,
    @JsonInclude(JsonInclude.Include.NON_NULL) String by) {

  /**
   * Of now.
   *
   * @param found up to one more than the limit
   */
  static CustodyPage of(List<CustodyView> found, int limit, Age age) {
    Page<CustodyView> page = Page.of(found, limit, CustodyView::referralId, age.freshness());
    return new CustodyPage(
        page.items(), page.next(), page.asOf(), age.completeTo(), page.lagSeconds(), null);
  }

  /** Of a moment: it may hold fewer than were asked for, and even none, before the last one. */
  static CustodyPage of(List<CustodyView> items, String next, Age age, AsAt asAt) {
    return new CustodyPage(
        items, next, age.asOf(), age.completeTo(), age.lagSeconds(), asAt.wireName());
  }
}
