package baton.allocation.feed.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.DisseminationsReceived;
import baton.decision.Decision;
import java.util.UUID;

/**
 * A force's system says up to where it has the feed: one stream for each force.
 *
 * @param entry the id of the entry at that place, which exists
 */
public record ReceiveDisseminations(OrganisationCode force, long upTo, UUID entry) {
  /** The kind of the streams of receipts. */
  public static final String KIND = "feed-receipt";

  public static String stream(OrganisationCode force) {
    return "feed-" + force;
  }

  /**
   * What was received stays received: an earlier place, or the same again, is nothing new.
   *
   * @param last up to where it said so before, 0 at first
   */
  public Decision decide(long last) {
    return upTo <= last
        ? Decision.nothingToDo()
        : Decision.accept(new DisseminationsReceived(force, last, upTo, entry));
  }
}
