package baton.escalation.escalations;

import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Sentences;
import java.time.Instant;

/** The sentence of a cause, whether or not the fold knows of it. */
public final class Wording {
  private Wording() {}

  /**
   * @param custody as it stood, or null where nothing of the referral could be read
   * @param due null where it is no clock's and no time is known
   */
  public static String of(Custody custody, Finding.Cause cause, Instant due, Instant now) {
    if (custody == null) return of(cause);
    try {
      return Sentences.of(
          custody,
          new Finding(
              cause.referral(),
              cause.kind(),
              cause.clock(),
              cause.startedBy(),
              due,
              custody.custodian()),
          now);
    } catch (IllegalArgumentException notTheFolds) {
      return of(cause);
    }
  }

  /** Of a cause that only this service's own reading knows. */
  public static String of(Finding.Cause cause) {
    return switch (cause.kind()) {
      case PARKED ->
          "escalation-service cannot apply an event of referral %s, and all later ones wait behind it; see GET /parked; a retry that succeeds resolves it."
              .formatted(cause.referral());
      case LOG_DIVERGED ->
          "The log tells referral %s in two ways: event %s stands there in other bytes, or claims a place that another event holds; compare GET /audit/referrals/%s/events; nothing resolves it."
              .formatted(cause.referral(), cause.startedBy(), cause.referral());
      case LOG_GAP ->
          "Event %s of referral %s waits for the one before it, which the log does not give; until it comes, what is known of this referral may be incomplete; see GET /parked; the missing event resolves it."
              .formatted(cause.startedBy(), cause.referral());
      default -> "Referral %s: %s.".formatted(cause.referral(), cause.kind());
    };
  }
}
