package baton.allocation.notices.model;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import java.util.List;
import java.util.StringJoiner;

/**
 * A mail to a force's duty mailbox: numbers and links. Nothing of it says who anybody of a referral
 * is; who may know looks it up.
 */
public record DutyMail(String subject, String text) {
  /**
   * One dissemination that nobody took.
   *
   * @param reference the sender's own
   * @param number of the dissemination
   */
  public record Waiting(ReferralId referral, String reference, int number, boolean urgent) {}

  /**
   * @param waiting at least one
   * @param more there are besides these
   * @param link where allocation-service is found
   */
  public static DutyMail disseminated(
      OrganisationCode force, List<Waiting> waiting, boolean more, String link) {
    boolean urgent = waiting.stream().anyMatch(Waiting::urgent);
    String count = waiting.size() == 1 ? "1 referral" : waiting.size() + " referrals";
    var lines = new StringJoiner("\n", "", "\n");
    lines.add(
        "Disseminated to "
            + force
            + ", and taken by no system of yours. A person of yours is to accept or decline:");
    for (Waiting each : waiting)
      lines.add(
          "%s, dissemination %d%s: %s/cases/%s"
              .formatted(
                  each.reference(),
                  each.number(),
                  each.urgent() ? ", urgent" : "",
                  link,
                  each.referral()));
    if (more) lines.add("There are more; the next mail follows.");
    lines.add("All of them: " + link + "/cases?state=disseminated&force=" + force);
    return new DutyMail(
        "Baton: " + count + (urgent ? " (urgent)" : "") + " disseminated to " + force,
        lines.toString());
  }

  /**
   * @param failure in Baton's own words
   */
  public static DutyMail webhookDisabled(
      OrganisationCode force, String host, String webhook, String failure, String link) {
    return new DutyMail(
        "Baton: a webhook of " + force + " is sent nothing more",
        """
        Your webhook at %s is sent nothing more: %s.
        What it misses is kept. Mend the receiver, then: POST %s/webhooks/%s/enable
        """
            .formatted(host, failure, link, webhook));
  }
}
