package baton.allocation.feed;

import baton.allocation.feed.model.Draft;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedTypes;
import baton.contract.feed.StillOpen;
import baton.custody.Custody;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * The first time fixes {@code after}; asked again, it adds what was not told since.
   *
   * @param since the place behind which the force's system has the feed, where that is another one:
   *     what was told whole up to there is told again; null for the first time's
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for a place that the feed does not
   *     reach
   */
  CaughtUp tell(OrganisationCode force, Long since) {
    Chunk chunk = transactions.inTransaction(() -> tell(force, since, null));
    int added = chunk.added();
    while (chunk.last() != null) {
      ReferralId reached = chunk.last();
      chunk = transactions.inTransaction(() -> tell(force, since, reached));
      added += chunk.added();
    }
    return new CaughtUp(force, chunk.after(), chunk.upTo(), added);
  }

  /**
   * @param last the last referral that was looked at, or null after the last of all
   */
  private record Chunk(long after, long upTo, int added, ReferralId last) {}

  private Chunk tell(OrganisationCode force, Long since, ReferralId reached) throws SQLException {
    FeedTable feed = FeedTable.on(transactions.connection());
    long before = feed.lock(Set.of(force)).get(force);
    if (since != null && since > before) throw FeedReading.beyond(force, since, before);
    long after = since == null ? feed.catchUpAfter(force) : since;
    List<ReferralId> candidates = candidates(force, after, reached);
    var drafts = new ArrayList<Draft>();
    for (Custody custody : board.find(candidates, transactions.connection()).values())
      StandingNow.of(custody, force, clock.instant(), transactions.connection())
          .map(draft -> draft.again(since))
          .ifPresent(drafts::add);
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

  private Sql sql() {
    return Sql.on(transactions.connection(), "what is still open for a force");
  }
}
