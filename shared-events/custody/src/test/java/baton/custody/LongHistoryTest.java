package baton.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.MovesCustody;
import baton.contract.Recorded;
import baton.policy.file.Defaults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * One referral to which thousands of things happen, in orders that no service would allow. At every
 * step the promises hold. Each run takes fresh seeds; a failure names its own, and {@code
 * -Dbaton.seed=N} runs that one first.
 */
class LongHistoryTest {
  private static final int HISTORIES = 12;
  private static final int EVENTS = 2_000;

  @Test
  void it_has_one_custodian_and_a_clock_that_runs_and_moves_only_by_the_custody_table() {
    eachHistory(
        random -> {
          Custody before = Custody.none(Story.REFERRAL);
          for (int i = 0; i < EVENTS; i++) {
            Story story = random.next();
            mustHold(before, story.last(), story.custody());
            before = story.custody();
          }
        });
  }

  private static void mustHold(Custody before, Recorded<?> event, Custody after) {
    if (after.open() && after.particulars().receivedAt() != null) {
      assertThat(after.custodian()).isNotNull();
      assertThat(after.clocks().running()).isNotEmpty();
    }
    if (!after.open()) assertThat(after.custodian()).isNull();
    var expected = CustodyTable.afterwards(before, event);
    if (!(event.event() instanceof MovesCustody))
      assertThat(expected).isEqualTo(before.custodian());
    assertThat(after.custodian()).as(event.event().toString()).isEqualTo(expected);
  }

  @Test
  void it_is_the_same_whoever_folds_it_in_whatever_portions_and_however_often_it_is_told() {
    eachHistory(
        random -> {
          List<Recorded<? extends BatonEvent>> told = new ArrayList<>();
          Custody whole = null;
          for (int i = 0; i < EVENTS; i++) {
            Story story = random.next();
            told.add(story.last());
            whole = story.custody();
          }
          RandomGenerator chance = random.chance();
          Custody anew = Custody.none(Story.REFERRAL);
          for (int i = 0; i < told.size(); i++) {
            anew = Custody.evolve(anew, told.get(i), Defaults.book());
            if (chance.nextInt(3) == 0)
              anew = Custody.evolve(anew, told.get(chance.nextInt(i + 1)), Defaults.book());
          }
          assertThat(anew).isEqualTo(whole);
        });
  }

  private interface Telling {
    void tell(RandomStory random);
  }

  private static void eachHistory(Telling telling) {
    long first = Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong());
    for (long seed = first; seed != first + HISTORIES; seed++) {
      try {
        telling.tell(new RandomStory(seed));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("-Dbaton.seed=" + seed, failure);
      }
    }
  }
}
