package baton.escalation.notices.model;

import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import java.util.Locale;
import java.util.StringJoiner;

/** A notice as a mail: number, clock and link, and no sentence that could name anybody. */
public final class MailText {
  private MailText() {}

  public static String subject(Notice notice) {
    String about =
        notice.causes().isEmpty()
            ? words(notice.kind(), notice.clock()) + ", " + what(notice)
            : "digest, " + what(notice);
    return "Baton: " + about + " (" + notice.organisation() + ")";
  }

  public static String text(Notice notice) {
    var lines = new StringJoiner("\n", "", "\n");
    lines.add("Told: " + words(notice.rung()) + " of " + notice.organisation() + told(notice));
    if (notice.number() != null) lines.add("Number: " + notice.number());
    if (notice.kind() != null) lines.add("Finding: " + words(notice.kind(), notice.clock()));
    if (notice.due() != null) lines.add("Due: " + notice.due());
    if (notice.team() != null) lines.add("Team: " + notice.team());
    if (!notice.confirmed()) lines.add("Unconfirmed: a part of Baton is not heard.");
    for (Notice.Cause cause : notice.causes())
      lines.add(
          "%s: %d open, %d of them since the last digest, %s"
              .formatted(
                  words(cause.kind(), cause.clock()),
                  cause.open(),
                  cause.sinceLast(),
                  cause.link()));
    if (notice.link() != null) lines.add("Look: " + notice.link());
    lines.add("Notice: " + notice.id());
    return lines.toString();
  }

  private static String what(Notice notice) {
    if (notice.number() != null) return notice.number();
    return notice.referrals() == 1 ? "1 referral" : notice.referrals() + " referrals";
  }

  private static String told(Notice notice) {
    if (notice.person() != null) return ", " + notice.person();
    return notice.post() == null ? "" : ", " + notice.post();
  }

  private static String words(FindingKind kind, ClockName clock) {
    return clock == null ? words(kind) : words(kind) + " (" + words(clock) + ")";
  }

  private static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
