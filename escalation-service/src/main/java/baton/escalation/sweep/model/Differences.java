package baton.escalation.sweep.model;

import baton.contract.ReferralId;
import baton.custody.Custody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found, of which only so many are kept one by one; all are counted. */
public final class Differences {
  private final int listedMax;
  private final List<Difference> listed = new ArrayList<>();
  private final Map<ReferralId, Custody> boards = new HashMap<>();
  private int count;

  public Differences(int listedMax) {
    this.listedMax = listedMax;
  }

  /**
   * @param board what the board has, or null
   */
  public void add(Difference difference, Custody board) {
    count++;
    if (listed.size() == listedMax) return;
    listed.add(difference);
    boards.put(difference.referralId(), board);
  }

  public int count() {
    return count;
  }

  /** In the order of the referrals' ids. */
  public List<Difference> listed() {
    return listed.stream().sorted(Comparator.comparing(Difference::referralId)).toList();
  }

  /** How far the board has applied that stream of a referral: the last event's number, or -1. */
  public long applied(ReferralId referral, String source, String subject) {
    Custody board = boards.get(referral);
    return board == null ? -1 : Comparison.last(board, source, subject);
  }
}
