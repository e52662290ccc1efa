package baton.custody;

import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.HandOff;
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

  /** One event more, up to two days after the one before. */
  Story next() {
    story.after(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
    int number = 1 + random.nextInt(3);
    return switch (random.nextInt(24)) {
      case 0, 1 -> story.received(yes(), yes(), yes());
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
      case 22 -> story.acted(oneOf(List.of(ActionKind.values())), happened());
      default -> random.nextInt(4) == 0 ? story.concluded() : story.assessmentOpened();
    };
  }

  private boolean yes() {
    return random.nextBoolean();
  }

  private Instant happened() {
    return story.now().minus(Duration.ofHours(random.nextInt(200) - 20));
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
