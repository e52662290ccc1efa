package baton.replay.model;

import baton.custody.Custody;

/**
 * What a ledger says of one referral.
 *
 * @param custody its state; null where it is dropped or was never told of
 * @param summary of one that is concluded and dropped, else {@link Summary#NONE}
 */
public record Entry(Custody custody, long summary) {
  public static final Entry NONE = new Entry(null, Summary.NONE);

  public boolean isKnown() {
    return custody != null || summary != Summary.NONE;
  }
}
