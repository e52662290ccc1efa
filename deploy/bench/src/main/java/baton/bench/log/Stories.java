package baton.bench.log;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import baton.contract.Grade;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.AllocationAccepted;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.AssessmentEnd;
import java.util.List;

/** The lives that referrals live, and how often. The shares are this project's choice. */
final class Stories {
  private Stories() {}

  static List<Story> all() {
    return List.of(
        arrest(),
        nothingFurther(),
        late(),
        redirected(),
        endedAtTheNca(),
        sentTwice(),
        unopened(),
        withAnAssessor(),
        forceDoesNotAnswer(),
        noOfficer(),
        workedOn());
  }

  private static Story arrest() {
    return enforced(withOfficer(assessed(true))).concluded("warrant and arrest", 45);
  }

  private static Story nothingFurther() {
    var story =
        withOfficer(assessed(false))
            .after(ofDays(5), Acts.did(ActionKind.ENQUIRY))
            .after(ofDays(4), Acts.did(ActionKind.VOLUNTARY_ATTENDANCE))
            .after(ofHours(2), Acts.did(ActionKind.SAFEGUARDING_VISIT));
    return ends(story, Outcome.NO_FURTHER_ACTION).concluded("no further action", 24);
  }

  private static Story late() {
    var offered =
        offeredToForce(assessed(true))
            .alarm(
                ofHours(24),
                FindingKind.HAND_OFF_OVERDUE,
                ClockName.FORCE_ACCEPTS,
                CaseDisseminated.class)
            .climbs(ofHours(4), Rung.SERGEANT)
            .after(ofHours(5), Acts.accepted(1))
            .reaction(Acts.acceptanceNoted(1))
            .resolved();
    var held =
        allocated(offered)
            .alarm(
                ofDays(14),
                FindingKind.CLOCK_EXPIRED,
                ClockName.ENFORCEMENT_ACTION,
                CaseDisseminated.class)
            .climbs(ofHours(24), Rung.SERGEANT)
            .acknowledged(ofHours(2))
            .after(ofDays(3), Acts.did(ActionKind.WARRANT_EXECUTED))
            .resolved();
    return ends(held, Outcome.CHARGED).concluded("late, and told", 12);
  }

  private static Story redirected() {
    var offered =
        triaged(received(true, false))
            .after(ofHours(3), Acts.disseminatedElsewhere())
            .after(ofHours(6), Acts.notOurs())
            .also(Acts.redirected())
            .also(Acts.disseminated(2))
            .after(ofHours(9), Acts.accepted(2))
            .reaction(Acts.acceptanceNoted(2));
    return enforced(allocated(offered)).concluded("not ours, theirs", 6);
  }

  private static Story endedAtTheNca() {
    return triaged(received(false, false))
        .after(ofDays(1), Acts.endProposed(AssessmentEnd.NOT_UNITED_KINGDOM))
        .after(ofHours(5), Acts.endConfirmed(AssessmentEnd.NOT_UNITED_KINGDOM))
        .concluded("not the United Kingdom", 10);
  }

  private static Story sentTwice() {
    var sent =
        received(true, false)
            .after(ofMinutes(9), Acts.sentAgain())
            .after(ofHours(1), Acts.amended());
    var story = withOfficer(triaged(sent));
    return enforced(story.repeated(6)).concluded("sent twice, relayed twice", 3);
  }

  private static Story unopened() {
    return received(false, false)
        .alarm(
            ofHours(4),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.ASSESSOR_NAMED,
            ReferralReceived.class)
        .climbs(ofHours(4), Rung.SERGEANT)
        .climbs(ofHours(24), Rung.INSPECTOR)
        .open("unopened at the desk", 15);
  }

  private static Story withAnAssessor() {
    return triaged(received(false, false))
        .after(ofDays(2), Acts.forceFound())
        .reaction(Acts.forceNoted())
        .open("with an assessor", 20);
  }

  private static Story forceDoesNotAnswer() {
    return offeredToForce(assessed(true))
        .alarm(
            ofHours(24),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.FORCE_ACCEPTS,
            CaseDisseminated.class)
        .climbs(ofHours(4), Rung.SERGEANT)
        .climbs(ofHours(24), Rung.INSPECTOR)
        .open("the force does not answer", 20);
  }

  private static Story noOfficer() {
    return forceAccepts(assessed(true))
        .alarm(
            ofDays(3),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.NAMED_OFFICER_ACCEPTS,
            DisseminationAccepted.class)
        .climbs(ofHours(4), Rung.SERGEANT)
        .open("nobody is named", 15);
  }

  private static Story workedOn() {
    return withOfficer(assessed(false))
        .after(ofDays(6), Acts.did(ActionKind.ENQUIRY))
        .after(ofDays(5), Acts.did(ActionKind.WARRANT_SOUGHT))
        .after(ofDays(12), Acts.reviewed(Grade.MEDIUM))
        .alarm(ofDays(4), FindingKind.DORMANT, ClockName.DORMANT, AllocationAccepted.class)
        .open("with an officer", 30);
  }

  private static StoryBuilder received(boolean forceNamed, boolean urgent) {
    var story = new StoryBuilder().also(Acts.received(forceNamed, urgent));
    story.reaction(Acts.assessmentOpened()).reaction(Acts.caseOpened());
    return forceNamed ? story.also(Acts.forceNamed()).reaction(Acts.forceNoted()) : story;
  }

  private static StoryBuilder triaged(StoryBuilder received) {
    return received
        .after(ofMinutes(70), Acts.assessorAssigned())
        .after(ofMinutes(20), Acts.assessmentAccepted())
        .after(ofHours(2), Acts.triaged(Grade.MEDIUM));
  }

  /** Received and triaged, its force known. */
  private static StoryBuilder assessed(boolean forceNamed) {
    var triaged = triaged(received(forceNamed, false));
    return forceNamed
        ? triaged
        : triaged.after(ofDays(1), Acts.forceFound()).reaction(Acts.forceNoted());
  }

  private static StoryBuilder offeredToForce(StoryBuilder assessed) {
    return assessed.after(ofHours(3), Acts.disseminated(1));
  }

  private static StoryBuilder forceAccepts(StoryBuilder assessed) {
    return offeredToForce(assessed)
        .after(ofHours(7), Acts.accepted(1))
        .reaction(Acts.acceptanceNoted(1));
  }

  private static StoryBuilder withOfficer(StoryBuilder assessed) {
    return allocated(forceAccepts(assessed));
  }

  private static StoryBuilder allocated(StoryBuilder accepted) {
    return accepted
        .after(ofHours(5), Acts.allocated())
        .after(ofHours(3), Acts.officerAccepted())
        .after(ofHours(9), Acts.graded(Grade.MEDIUM))
        .after(ofHours(1), Acts.locallyKnown());
  }

  private static StoryBuilder enforced(StoryBuilder held) {
    var story =
        held.after(ofDays(3), Acts.did(ActionKind.ENQUIRY))
            .after(ofDays(3), Acts.did(ActionKind.WARRANT_SOUGHT))
            .after(ofDays(4), Acts.did(ActionKind.WARRANT_EXECUTED))
            .after(ofHours(1), Acts.did(ActionKind.DEVICES_SEIZED))
            .after(ofHours(3), Acts.did(ActionKind.SAFEGUARDING_VISIT));
    return ends(story, Outcome.ARRESTED);
  }

  private static StoryBuilder ends(StoryBuilder acted, Outcome outcome) {
    return acted
        .after(ofDays(14), Acts.reviewed(Grade.MEDIUM))
        .after(ofDays(1), Acts.told())
        .after(ofDays(10), Acts.outcomeProposed(outcome))
        .after(ofDays(1), Acts.concluded(outcome));
  }
}
