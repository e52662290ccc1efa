package baton.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.intake.ReceiptRepeated;
import baton.policy.file.Defaults;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gap in a stream delays what comes after it and changes nothing else. */
class LogFoldTest {
  private final List<Recorded<? extends BatonEvent>> log = new ArrayList<>();
  private final Story story = new Story().received(false, true, true);
  private final LogFold fold = new LogFold(Defaults.book());

  LogFoldTest() {
    log.add(story.last());
    for (int i = 0; i < 4; i++)
      log.add(story.intake(new ReceiptRepeated(Story.REFERRAL, "B-" + i, null)).last());
  }

  private void told(int... places) {
    for (int place : places) fold.apply(log.get(place));
  }

  private Custody folded() {
    return fold.states().get(Story.REFERRAL);
  }

  @Test
  void what_comes_before_its_predecessor_waits_and_is_applied_after_it() {
    told(0, 3, 2);
    assertThat(folded().reading().streams().getFirst().last()).isZero();
    assertThat(folded().reading().gap()).isFalse();
    told(1, 4);
    assertThat(folded()).isEqualTo(story.custody());
  }

  @Test
  void repeats_of_what_waits_and_of_what_was_applied_change_nothing() {
    told(0, 2, 2, 0, 1, 2, 3, 4, 1);
    assertThat(folded()).isEqualTo(story.custody());
  }

  @Test
  void a_first_event_that_is_missing_leaves_nothing_to_tell() {
    told(1, 2, 3, 4);
    assertThat(fold.states()).isEmpty();
    told(0);
    assertThat(folded()).isEqualTo(story.custody());
  }
}
