package baton.escalation.alarms.model;

import java.time.Duration;

/**
 * When one alarm takes the place of many, and when a person or a team is one. All but the first are
 * this project's choice: the domain reference has no numbers.
 */
public final class AlarmRule {
  /** One cause behind more than this many is one alarm. Source: design section 5. */
  public static final int SINGLE_MAX = 20;

  /**
   * With this many left or fewer it is over, and they go on one by one. Half of what raises it, so
   * that a team that works at the border does not get an alarm with every receipt.
   */
  public static final int LEFT_MAX = SINGLE_MAX / 2;

  /** Without an act of the custodian's and without a recorded absence. Source: issue, "Roster". */
  public static final Duration INACTIVE_AFTER = Duration.ofDays(7);

  private AlarmRule() {}

  /** So many open escalations of one cause are one alarm. */
  public static boolean oneForMany(int open) {
    return open > SINGLE_MAX;
  }
}
