package baton.custody;

import static baton.custody.Wording.ago;
import static baton.custody.Wording.holder;
import static baton.custody.Wording.local;
import static baton.custody.Wording.organisation;
import static baton.custody.Wording.referral;
import static baton.custody.Wording.sentence;
import static baton.custody.Wording.until;

import java.time.Instant;

/**
 * Says a finding in one sentence that a sergeant understands: who has it, what was due, how late it
 * is and what resolves it. Times are local (Europe/London). Organisations, staff ids and the
 * sender's reference only: no personal data.
 */
public final class Sentences {
  private Sentences() {}

  public static String of(Custody custody, Finding finding, Instant now) {
    return sentence(
        switch (finding.kind()) {
          case HAND_OFF_OVERDUE, CLOCK_EXPIRED, LOST_HAND_OFF, DORMANT, UPSTREAM_UNANSWERED ->
              expired(custody, finding, now);
          case WITHOUT_PERSON -> withoutPerson(custody, finding, now);
          case NO_CUSTODIAN -> noCustodian(custody, finding, now);
          case OPEN_LIST_DIFFERS -> listDiffers(custody, finding, now);
          case CUSTODIAN_GONE -> gone(custody, finding, now);
          case PARKED -> parked(custody, finding, now);
          case LOG_DIVERGED -> diverged(custody, finding, now);
          case LOG_GAP, CUSTODIAN_INACTIVE, OVER_CAPACITY, CATCH_UP_MISSED ->
              throw new IllegalArgumentException("not a finding of the fold");
        });
  }

  private static String expired(Custody custody, Finding finding, Instant now) {
    Clock clock = clock(custody, finding);
    return "%s; %s has it; it was due by %s, %s; %s resolves it."
        .formatted(
            ClockWording.missing(custody, clock),
            holder(custody.custodian()),
            until(clock.started(), finding.due()),
            ago(finding.due(), now),
            ClockWording.remedy(custody, finding.clock()));
  }

  /** From when it came to this post, which may be after the wait for a person began. */
  private static String withoutPerson(Custody custody, Finding finding, Instant now) {
    Custodian custodian = custody.custodian();
    Instant since = custodian == null ? clock(custody, finding).started() : custodian.since();
    return ("%s has had %s since %s and no person has accepted it; one was due by %s, %s;"
            + " %s resolves it.")
        .formatted(
            holder(custodian),
            referral(custody),
            local(since),
            until(since, finding.due()),
            ago(finding.due(), now),
            ClockWording.remedy(custody, finding.clock()));
  }

  private static String gone(Custody custody, Finding finding, Instant now) {
    return ("the custodian of %s is gone and %s has it since %s, %s, and has not taken it up; any"
            + " act on it resolves it.")
        .formatted(
            referral(custody),
            holder(custody.custodian()),
            local(finding.due()),
            ago(finding.due(), now));
  }

  private static String noCustodian(Custody custody, Finding finding, Instant now) {
    Entry unknown = custody.reading().stoppedBy();
    return unknown == null
        ? ("nobody has %s since %s, %s: its receipt is not on the log; the receipt being read"
                + " resolves it.")
            .formatted(referral(custody), local(finding.due()), ago(finding.due(), now))
        : ("nobody can say who has %s since %s, %s: an event of the unknown type %s moved it;"
                + " reading it with a newer version of Baton resolves it.")
            .formatted(
                referral(custody), local(finding.due()), ago(finding.due(), now), unknown.type());
  }

  private static String parked(Custody custody, Finding finding, Instant now) {
    Parked parked =
        custody.reading().parked().stream()
            .filter(p -> p.by().event().equals(finding.startedBy()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not a finding of this referral"));
    return ("%s could not apply an event of %s (%s) at %s, %s, and all later ones wait behind it;"
            + " %s has it; a retry that succeeds resolves it.")
        .formatted(
            parked.service(),
            referral(custody),
            parked.type() == null ? "unreadable" : parked.type(),
            local(finding.due()),
            ago(finding.due(), now),
            holder(custody.custodian()));
  }

  private static String diverged(Custody custody, Finding finding, Instant now) {
    return ("the log tells %s in two ways, seen at %s, %s; %s has it as far as is known; only a"
            + " comparison of the stores with the log can settle it.")
        .formatted(
            referral(custody),
            local(finding.due()),
            ago(finding.due(), now),
            holder(custody.custodian()));
  }

  private static String listDiffers(Custody custody, Finding finding, Instant now) {
    OpenLists.Differed differed =
        custody.openLists().all().stream()
            .filter(d -> d.by().event().equals(finding.startedBy()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not a finding of this referral"));
    String force = organisation(differed.force());
    String says =
        switch (differed.difference()) {
          case NOT_IN_FORCE_LIST ->
              "the open list of %s, from %s, lacks %s, which is open in Baton";
          case NOT_OPEN_IN_BATON ->
              "the open list of %s, from %s, still has %s as open, which in Baton is not";
        };
    String has = custody.open() ? holder(custody.custodian()) + " has it" : "it is concluded";
    return (says + "; %s; they differ since %s, %s; the next list that agrees resolves it.")
        .formatted(
            force,
            differed.system(),
            referral(custody),
            has,
            local(finding.due()),
            ago(finding.due(), now));
  }

  private static Clock clock(Custody custody, Finding finding) {
    Clock clock = custody.clocks().startedBy(finding.clock(), finding.startedBy());
    if (clock == null) throw new IllegalArgumentException("not a finding of this referral");
    return clock;
  }
}
