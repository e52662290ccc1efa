package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.contract.feed.Feeds;
import baton.journal.store.Transactions;
import baton.platform.Caller;
import baton.platform.Problems;
import baton.platform.roster.RosterTable;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose feed a caller may read: the own organisation's, and those of forces that it acts for. */
@ApplicationScoped
public class FeedSight {
  private final Caller caller;
  private final Transactions transactions;

  public FeedSight(Caller caller, Transactions transactions) {
    this.caller = caller;
    this.transactions = transactions;
  }

  /**
   * The feed that the caller asks for.
   *
   * @param asked or null for the own organisation's
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for any that is not the caller's
   */
  public OrganisationCode require(OrganisationCode asked) {
    OrganisationCode force = asked == null ? caller.organisation() : asked;
    if (!reads(caller.organisation(), force))
      throw Problems.notFound("your organisation does not act for " + force);
    if (!Feeds.has(force))
      throw Problems.notFound(
          force + " has no feed: it disseminates, and is told on its own lists what becomes of it");
    return force;
  }

  /** As it stands now: a joint unit may act for a force no longer. */
  public boolean reads(OrganisationCode organisation, OrganisationCode force) {
    return organisation.equals(force)
        || transactions.inTransaction(
            () -> RosterTable.on(transactions.connection()).coversForce(organisation, force));
  }
}
