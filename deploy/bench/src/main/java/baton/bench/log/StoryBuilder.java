package baton.bench.log;

import baton.contract.BatonEvent;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells a story step by step, and counts each stream's events. */
final class StoryBuilder {
  /** A service reads what it reacts to within a second. */
  private static final Duration REACTION = Duration.ofMillis(200);

  /** A relay that starts again sends its last batches once more. */
  private static final Duration REPEATED = Duration.ofSeconds(20);

  private final Chance chance;
  private final List<Story.Step> steps = new ArrayList<>();
  private final List<Class<?>> kinds = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private long now;
  private int deed;
  private int escalations;

  StoryBuilder(Chance chance) {
    this.chance = chance;
  }

  Chance chance() {
    return chance;
  }

  /** After about so long somebody does something. */
  StoryBuilder after(Duration typical, Act act) {
    add(chance.about(typical), act, Story.NONE, Story.NONE, Story.NONE);
    deed = steps.size() - 1;
    return this;
  }

  /** In the same request. */
  StoryBuilder also(Act act) {
    return after(Duration.ZERO, act);
  }

  /** What a service makes of what was done last. */
  StoryBuilder reaction(Act act) {
    add(chance.about(REACTION), act, deed, Story.NONE, Story.NONE);
    return this;
  }

  /** What two services make of it, whichever is faster. */
  StoryBuilder reactions(Act one, Act other) {
    return chance.with(0.5) ? reaction(one).reaction(other) : reaction(other).reaction(one);
  }

  /** What was started by the last event of that kind was not done in time. */
  StoryBuilder alarm(
      Duration after, FindingKind kind, ClockName clock, Class<? extends BatonEvent> startedBy) {
    add(after, Acts.raised(kind, clock), Story.NONE, ++escalations, last(startedBy));
    return this;
  }

  StoryBuilder climbs(Duration after, Rung rung) {
    add(after, Acts.climbed(rung), Story.NONE, escalations, Story.NONE);
    return this;
  }

  StoryBuilder acknowledged(Duration after) {
    add(after, Acts.acknowledged(), Story.NONE, escalations, Story.NONE);
    return this;
  }

  /** By the deed just done. */
  StoryBuilder resolved() {
    var by = kinds.get(deed).asSubclass(BatonEvent.class);
    add(REACTION, Acts.resolved(by), Story.NONE, escalations, deed);
    return this;
  }

  /** The last records once more, byte by byte. */
  StoryBuilder repeated(int records) {
    int first = steps.size() - records;
    long since = steps.get(first).delay();
    for (int i = first; i < first + records; i++) {
      Story.Step step = steps.get(i);
      now = step.delay() - since + steps.get(first + records - 1).delay() + micros(REPEATED);
      steps.add(step.again(now, i));
      kinds.add(kinds.get(i));
    }
    return this;
  }

  Story concluded(String name, double weight) {
    return new Story(name, weight, false, steps);
  }

  Story open(String name, double weight) {
    return new Story(name, weight, true, steps);
  }

  private void add(Duration after, Act act, int cause, int escalation, int about) {
    // No two events of a referral are of the same microsecond.
    now += Math.max(1, micros(after));
    boolean alarm = act.event() instanceof EscalationEvent;
    var stream = act.source() + " " + act.stream() + (alarm ? escalation : "");
    long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
    var template = act.template(sequence, cause != Story.NONE);
    steps.add(new Story.Step(template, now, cause, escalation, about, Story.NONE));
    kinds.add(act.event().getClass());
  }

  private int last(Class<?> kind) {
    int last = kinds.lastIndexOf(kind);
    if (last < 0) throw new IllegalStateException("nothing started the clock: " + kind);
    return last;
  }

  private static long micros(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
  }
}
