package baton.custody;

import static baton.contract.OrganisationCode.NCA;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.OpenListDifference;
import baton.contract.risk.AssessmentEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What may happen to a referral in any order, sensible or not; the same for the same seed. */
final class RandomStory {
  private final RandomGenerator random;
  private final Story story = new Story();

  RandomStory(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** One event more, up to two days after the one before, now and then a month. */
  Story next() {
    story.after(
        Duration.ofMinutes(random.nextInt(random.nextInt(8) == 0 ? 40 * 24 * 60 : 2 * 24 * 60)));
    int number = 1 + random.nextInt(3);
    return switch (random.nextInt(40)) {
      case 0, 1 -> story.received(yes(), yes(), yes(), yes() ? happened() : null);
      case 2 -> story.amended(yes(), yes(), yes());
      case 3 -> story.forceDetermined(force());
      case 4 -> story.assessmentOpened();
      case 5 -> story.assessorAssigned(number);
      case 6 -> story.assessmentAccepted(number);
      case 7 -> story.assessmentDeclined(number);
      case 8, 9 -> story.triaged(grade());
      case 10 -> story.graded(grade());
      case 11 -> story.caseOpened();
      case 12 -> story.forceNoted();
      case 13, 14 -> story.disseminated(number, force());
      case 15 -> story.acceptedByForce(number, force());
      case 16 -> story.declinedByForce(number, force());
      case 17 -> story.withdrawn(oneOf(List.of(HandOff.values())), number);
      case 18 -> story.allocated(number);
      case 19 -> story.acceptedByOfficer(number);
      case 20 -> story.declinedByOfficer(number);
      case 21 -> story.acceptanceNoted();
      case 23 -> story.reviewed(later());
      case 24 -> story.progressRequested(number);
      case 25 -> story.progressReported();
      case 26 -> story.held();
      case 27 -> yes() ? story.holdReviewed() : story.holdEnded();
      case 28 -> story.commsDataRequested(later());
      case 29 -> story.redirected(number, force(), force());
      case 30 -> story.tieBreakerAppointed(somebody());
      case 31 -> story.reverted(force(), somebody(), yes() ? "duty-inspector" : null);
      case 32 -> story.reverted(NCA, somebody(), "referrals-desk");
      case 33 -> story.acceptedOutside(number, force(), happened());
      case 34 -> story.contentSecured(yes() ? later() : null);
      case 35 -> story.originatedByKent(happened(), yes() ? grade() : null);
      case 36 ->
          yes()
              ? story.listDiffered(oneOf(List.of(OpenListDifference.values())))
              : story.listAgreed();
      case 37 -> story.reopened(yes() ? force() : NCA, somebody(), null);
      case 38 ->
          random.nextInt(4) == 0
              ? story.assessmentConcluded(oneOf(List.of(AssessmentEnd.values())))
              : story.urgencyAcknowledged();
      case 22 -> story.acted(oneOf(List.of(ActionKind.values())), happened());
      default -> random.nextInt(4) == 0 ? story.concluded() : story.assessmentOpened();
    };
  }

  Story story() {
    return story;
  }

  /** For what is done with the story rather than in it. */
  RandomGenerator chance() {
    return random;
  }

  private boolean yes() {
    return random.nextBoolean();
  }

  private Instant happened() {
    int hours = random.nextInt(4) == 0 ? random.nextInt(9_000) : random.nextInt(200) - 20;
    return story.now().minus(Duration.ofHours(hours));
  }

  /** A date that somebody names, which may have passed already. */
  private Instant later() {
    return story.now().plus(Duration.ofDays(random.nextInt(120) - 10));
  }

  private PersonId somebody() {
    return yes() ? Story.KENT_OFFICER : null;
  }

  private OrganisationCode force() {
    return yes() ? KENT : ESSEX;
  }

  private Grade grade() {
    return oneOf(List.of(Grade.values()));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
