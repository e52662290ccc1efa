package baton.bench.log;

import java.util.Arrays;

/**
 * The records of a plan in the order of the log: by when they were recorded, so that those of one
 * referral lie as far apart as they do where many arrive. What is still to come of the lives that
 * have begun is kept in a ring of lists, one for each receipt's time.
 */
public final class LogMaker {
  private static final int NONE = -1;

  private final Plan plan;
  private final EventBytes bytes;
  private int[] heads = {};
  private int[] next = {};
  private int[] referrals = {};
  private int[] steps = {};
  private int free = NONE;

  public LogMaker(Plan plan) {
    this.plan = plan;
    this.bytes = new EventBytes(plan);
  }

  /** Takes one record; the arrays are written over by the next. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param referral its number in the plan, from 0
     */
    void take(long referral, byte[] key, byte[] value, int length);
  }

  public void make(Sink sink) {
    make(0, plan.referrals(), sink);
  }

  /** All records of the referrals from {@code first} on, up to {@code end}. */
  public void make(long first, long end, Sink sink) {
    long longest = 0;
    for (Story story : plan.stories()) longest = Math.max(longest, lag(story.steps().getLast()));
    heads = new int[Math.toIntExact(longest + 2)];
    Arrays.fill(heads, NONE);
    grow(1 << 12);
    for (long tick = first; tick <= end + longest; tick++) {
      if (tick < end) tell(tick, 0, tick, first, sink);
      int due = heads[(int) (tick % heads.length)];
      heads[(int) (tick % heads.length)] = NONE;
      while (due != NONE) {
        int following = next[due];
        int referral = referrals[due];
        int step = steps[due];
        release(due);
        tell(first + referral, step, tick, first, sink);
        due = following;
      }
    }
  }

  /** That step and all that fall together with it; the one after them is kept for its time. */
  private void tell(long referral, int from, long tick, long first, Sink sink) {
    Story story = plan.story(referral);
    int step = from;
    while (step < story.steps().size() && referral + lag(story.steps().get(step)) <= tick) {
      bytes.write(referral, story, step++);
      sink.take(referral, bytes.key(), bytes.buffer(), bytes.length());
    }
    if (step < story.steps().size())
      keep((int) (referral - first), step, referral + lag(story.steps().get(step)));
  }

  private long lag(Story.Step step) {
    return step.delay() / plan.apart();
  }

  private void keep(int referral, int step, long tick) {
    if (free == NONE) grow(next.length * 2);
    int place = free;
    free = next[place];
    referrals[place] = referral;
    steps[place] = step;
    int list = (int) (tick % heads.length);
    next[place] = heads[list];
    heads[list] = place;
  }

  private void release(int place) {
    next[place] = free;
    free = place;
  }

  private void grow(int size) {
    int from = next.length;
    next = Arrays.copyOf(next, size);
    referrals = Arrays.copyOf(referrals, size);
    steps = Arrays.copyOf(steps, size);
    for (int place = from; place < size; place++) release(place);
  }
}
