package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.util.ArrayList;
import java.util.List;

/** Random stories for tests of other modules: all of the same referral, {@code Story.REFERRAL}. */
public final class Histories {
  private Histories() {}

  /** What may happen, in any order; the same for the same seed. */
  public static List<Recorded<? extends BatonEvent>> random(long seed, int events) {
    var random = new RandomStory(seed);
    var all = new ArrayList<Recorded<? extends BatonEvent>>();
    for (int i = 0; i < events; i++) all.add(random.next().last());
    return all;
  }

  /** From receipt to an outcome, with the detours that this seed takes. */
  public static List<Recorded<? extends BatonEvent>> concluded(long seed, int detours) {
    var random = new RandomStory(seed);
    var all = new ArrayList<Recorded<? extends BatonEvent>>();
    all.add(random.story().received(false, true, true).last());
    for (int i = 0; i < detours; i++) all.add(random.next().last());
    all.add(random.story().concluded().last());
    return all;
  }
}
