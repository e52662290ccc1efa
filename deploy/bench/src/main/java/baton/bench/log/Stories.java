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
import baton.contract.intake.ReferralType;
import baton.contract.risk.AssessmentEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The lives that referrals live, and how often. Each kind is lived in many variants: how long
 * things take, in which order services react, what is done besides, which grade it gets. The shares
 * are this project's choice.
 */
final class Stories {
  private static final int VARIANTS = 150;

  private record Kind(
      String name, double weight, boolean open, Function<Chance, StoryBuilder> life) {
    Story story(long variant) {
      var steps = life.apply(new Chance(Hash.of(name.hashCode(), variant)));
      double each = weight / VARIANTS;
      return open ? steps.open(name, each) : steps.concluded(name, each);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("warrant and arrest", 45, false, c -> enforced(withOfficer(assessed(c)))),
          new Kind("no further action", 24, false, c -> nothingFurther(withOfficer(assessed(c)))),
          new Kind("late, and told", 12, false, Stories::late),
          new Kind("not ours, theirs", 6, false, Stories::redirected),
          new Kind("not the United Kingdom", 10, false, Stories::endedAtTheNca),
          new Kind("sent twice, relayed twice", 3, false, Stories::sentTwice),
          new Kind("unopened at the desk", 15, true, Stories::unopened),
          new Kind("with an assessor", 20, true, c -> assessed(c)),
          new Kind("the force does not answer", 20, true, Stories::forceDoesNotAnswer),
          new Kind("nobody is named", 15, true, Stories::noOfficer),
          new Kind("with an officer", 30, true, Stories::workedOn));

  private Stories() {}

  static List<Story> all() {
    var all = new ArrayList<Story>();
    for (Kind kind : KINDS)
      for (long variant = 0; variant < VARIANTS; variant++) all.add(kind.story(variant));
    return all;
  }

  private static StoryBuilder late(Chance chance) {
    var offered =
        offeredToForce(assessed(chance))
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
    return ends(held, Outcome.CHARGED);
  }

  private static StoryBuilder redirected(Chance chance) {
    var offered =
        triaged(received(chance, true))
            .after(ofHours(3), Acts.disseminatedElsewhere())
            .after(ofHours(6), Acts.notOurs())
            .also(Acts.redirected())
            .also(Acts.disseminated(2))
            .after(ofHours(9), Acts.accepted(2))
            .reaction(Acts.acceptanceNoted(2));
    return enforced(allocated(offered));
  }

  private static StoryBuilder endedAtTheNca(Chance chance) {
    return triaged(received(chance, false))
        .after(ofDays(1), Acts.endProposed(AssessmentEnd.NOT_UNITED_KINGDOM))
        .after(ofHours(5), Acts.endConfirmed(AssessmentEnd.NOT_UNITED_KINGDOM));
  }

  private static StoryBuilder sentTwice(Chance chance) {
    var sent =
        received(chance, true)
            .after(ofMinutes(9), Acts.sentAgain())
            .after(ofHours(1), Acts.amended(type(chance)));
    return enforced(withOfficer(triaged(sent)).repeated(1 + chance.upTo(6)));
  }

  private static StoryBuilder unopened(Chance chance) {
    return received(chance, false)
        .alarm(
            ofHours(4),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.ASSESSOR_NAMED,
            ReferralReceived.class)
        .climbs(ofHours(4), Rung.SERGEANT)
        .climbs(ofHours(24), Rung.INSPECTOR);
  }

  private static StoryBuilder forceDoesNotAnswer(Chance chance) {
    return offeredToForce(assessed(chance))
        .alarm(
            ofHours(24),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.FORCE_ACCEPTS,
            CaseDisseminated.class)
        .climbs(ofHours(4), Rung.SERGEANT)
        .climbs(ofHours(24), Rung.INSPECTOR);
  }

  private static StoryBuilder noOfficer(Chance chance) {
    return forceAccepts(assessed(chance))
        .alarm(
            ofDays(3),
            FindingKind.HAND_OFF_OVERDUE,
            ClockName.NAMED_OFFICER_ACCEPTS,
            DisseminationAccepted.class)
        .climbs(ofHours(4), Rung.SERGEANT);
  }

  private static StoryBuilder workedOn(Chance chance) {
    return enquired(withOfficer(assessed(chance)))
        .after(ofDays(12), Acts.reviewed(grade(chance)))
        .alarm(ofDays(4), FindingKind.DORMANT, ClockName.DORMANT, AllocationAccepted.class);
  }

  private static StoryBuilder received(Chance chance, boolean forceNamed) {
    var story =
        new StoryBuilder(chance)
            .also(Acts.received(type(chance), forceNamed, chance.with(0.04), chance.with(0.2)))
            .reactions(Acts.assessmentOpened(), Acts.caseOpened());
    return forceNamed ? story.also(Acts.forceNamed()).reaction(Acts.forceNoted()) : story;
  }

  private static StoryBuilder triaged(StoryBuilder received) {
    return received
        .after(ofMinutes(70), Acts.assessorAssigned())
        .after(ofMinutes(20), Acts.assessmentAccepted())
        .after(ofHours(2), Acts.triaged(grade(received.chance())));
  }

  /** Received and triaged, its force known. */
  private static StoryBuilder assessed(Chance chance) {
    boolean forceNamed = chance.with(0.6);
    var triaged = triaged(received(chance, forceNamed));
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
    var steps = accepted.chance().of(List.of(1, 2, 3, 4), List.of(1, 2, 4), List.of(1, 3));
    var held =
        accepted
            .after(ofHours(5), Acts.allocated())
            .after(ofHours(3), Acts.officerAccepted())
            .after(ofHours(9), Acts.graded(grade(accepted.chance()), steps));
    return accepted.chance().with(0.7) ? held.after(ofHours(1), Acts.locallyKnown()) : held;
  }

  private static StoryBuilder enquired(StoryBuilder held) {
    for (int i = held.chance().upTo(4); i >= 0; i--)
      held.after(
          ofDays(2), Acts.did(held.chance().of(ActionKind.ENQUIRY, ActionKind.WARRANT_SOUGHT)));
    return held;
  }

  private static StoryBuilder enforced(StoryBuilder held) {
    var story =
        enquired(held)
            .after(ofDays(4), Acts.did(ActionKind.WARRANT_EXECUTED))
            .after(ofHours(1), Acts.did(ActionKind.DEVICES_SEIZED))
            .after(ofHours(3), Acts.did(ActionKind.SAFEGUARDING_VISIT));
    return ends(story, held.chance().of(Outcome.ARRESTED, Outcome.CHARGED));
  }

  private static StoryBuilder nothingFurther(StoryBuilder held) {
    var story =
        enquired(held)
            .after(ofDays(4), Acts.did(ActionKind.VOLUNTARY_ATTENDANCE))
            .after(ofHours(2), Acts.did(ActionKind.SAFEGUARDING_VISIT));
    return ends(story, Outcome.NO_FURTHER_ACTION);
  }

  private static StoryBuilder ends(StoryBuilder acted, Outcome outcome) {
    for (int i = acted.chance().upTo(2); i > 0; i--)
      acted.after(ofDays(14), Acts.reviewed(grade(acted.chance()))).after(ofDays(1), Acts.told());
    return acted
        .after(ofDays(10), Acts.outcomeProposed(outcome))
        .after(ofDays(1), Acts.concluded(outcome));
  }

  private static Grade grade(Chance chance) {
    return chance.of(Grade.values());
  }

  private static ReferralType type(Chance chance) {
    return chance.of(
        ReferralType.POSSESSION_OR_DISTRIBUTION,
        ReferralType.POSSESSION_OR_DISTRIBUTION,
        ReferralType.ENTICEMENT,
        ReferralType.UNSOLICITED_MATERIAL);
  }
}
