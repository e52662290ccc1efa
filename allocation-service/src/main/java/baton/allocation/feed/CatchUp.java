package baton.allocation.feed;

import baton.allocation.feed.model.Content;
import baton.allocation.feed.model.Draft;
import baton.allocation.feed.model.Standing;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedTypes;
import baton.contract.feed.StillOpen;
import baton.custody.Custody;
import baton.custody.Offer;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Puts everything that is still open for a force at the end of its feed, once. What is open is
 * asked of the board that the feeder keeps, behind the lock on the feed: what the feeder has not
 * told yet is not open here yet, so nothing is told twice and nothing is left out.
 */
@ApplicationScoped
public class CatchUp {
  /** In one transaction, for which the feeder waits. */
  private static final int CHUNK = 200;

  /** Either tells a referral whole. */
  private static final List<String> TOLD =
      List.of(FeedTypes.nameOf(Disseminated.class), FeedTypes.nameOf(StillOpen.class));

  private final Transactions transactions;
  private final CustodyBoard board;
  private final BusinessClock clock;
  private final FeedNews news;

  public CatchUp(
      Transactions transactions, CustodyBoard board, BusinessClock clock, FeedNews news) {
    this.transactions = transactions;
    this.board = board;
    this.clock = clock;
    this.news = news;
  }

  /**
   * @param after read what follows this place
   * @param upTo and up to this one, to have had each
   * @param added referrals that were put there now; those that were before are not again
   */
  @Schema(name = "CaughtUp")
  public record CaughtUp(OrganisationCode force, long after, long upTo, int added) {}

  /** The first time fixes {@code after}; asked again, it adds what was not told since. */
  CaughtUp tell(OrganisationCode force) {
    Chunk chunk = transactions.inTransaction(() -> tell(force, null));
    int added = chunk.added();
    while (chunk.last() != null) {
      ReferralId reached = chunk.last();
      chunk = transactions.inTransaction(() -> tell(force, reached));
      added += chunk.added();
    }
    return new CaughtUp(force, chunk.after(), chunk.upTo(), added);
  }

  /**
   * @param last the last referral that was looked at, or null after the last of all
   */
  private record Chunk(long after, long upTo, int added, ReferralId last) {}

  private Chunk tell(OrganisationCode force, ReferralId reached) throws SQLException {
    FeedTable feed = FeedTable.on(transactions.connection());
    long before = feed.lock(Set.of(force)).get(force);
    long after = feed.catchUpAfter(force);
    List<ReferralId> candidates = candidates(force, after, reached);
    var drafts = new ArrayList<Draft>();
    for (Custody custody : board.find(candidates, transactions.connection()).values())
      draft(custody, force).ifPresent(drafts::add);
    if (!feed.append(drafts).isEmpty()) transactions.afterCommit(() -> news.of(Set.of(force)));
    long upTo = feed.last(force);
    return new Chunk(
        after,
        upTo,
        (int) (upTo - before),
        candidates.size() < CHUNK ? null : candidates.getLast());
  }

  /**
   * Not told since that place. That it still concerns the force is the board's to say.
   *
   * @param reached the last one looked at, or null
   */
  private List<ReferralId> candidates(OrganisationCode force, long after, ReferralId reached) {
    return sql()
        .list(
            """
            select referral from custody_board b
             where not concluded and (?::uuid is null or referral > ?::uuid)
               and (custodian_organisation = ? or exists (
                     select 1 from dissemination d where d.referral = b.referral and d.force = ?))
               and not exists (
                     select 1 from feed_entry e
                      where e.referral = b.referral and e.force = ? and e.position > ?
                        and e.type = any (?))
             order by referral limit ?\
            """,
            row -> new ReferralId(row.getObject(1, UUID.class)),
            reached,
            reached,
            force,
            force,
            force,
            after,
            TOLD,
            CHUNK);
  }

  private Optional<Draft> draft(Custody custody, OrganisationCode force) {
    if (Standing.of(custody, force).isEmpty()) return Optional.empty();
    Optional<Given> given =
        Standing.dissemination(custody, force).flatMap(offer -> given(custody.referral(), offer));
    StillOpen told = Standing.told(custody, force, given.map(Given::from).orElse(null));
    // Told once for each time that it came to the force.
    EventId cause = given.map(Given::event).orElseGet(() -> custody.reading().first().event());
    return Optional.of(
        new Draft(force, cause, clock.instant(), told, content(custody.referral(), given)));
  }

  /** The package as it was given, unless the sender said something since. */
  private Content content(ReferralId referral, Optional<Given> given) {
    Connection connection = transactions.connection();
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

  private Optional<Given> given(ReferralId referral, Offer offer) {
    return sql()
        .find(
            "select * from dissemination where referral = ? and number = ?",
            Given::of,
            referral,
            offer.number());
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "what is still open for a force");
  }
}
