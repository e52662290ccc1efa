package baton.local.demo;

import java.time.Duration;

/**
 * One row of the table: how long a real referral lay, and when Baton's first alarm came in this
 * run.
 *
 * @param story what happened; source: domain reference 2.4
 * @param realDelay as the source puts it
 * @param alarm what Baton found
 * @param after business time from the moment the real referral stalled to the first alarm
 */
record Delay(String story, String realDelay, String alarm, Duration after) {
  /** {@code 4 h}, {@code 30 d}: whole units, as people say it. */
  String afterInWords() {
    long hours = after.plusSeconds(59).toHours();
    return hours < 48
        ? (hours == 0 ? after.plusSeconds(59).toMinutes() + " min" : hours + " h")
        : hours / 24 + " d";
  }
}
