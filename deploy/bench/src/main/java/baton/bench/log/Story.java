package baton.bench.log;

import java.util.List;

/**
 * One kind of life: what happens to a referral, from its receipt on.
 *
 * @param weight how often it is lived, against others that are open, or concluded, as it is
 * @param open it never ends
 */
record Story(String name, double weight, boolean open, List<Step> steps) {
  static final int NONE = -1;

  Story {
    steps = List.copyOf(steps);
  }

  /**
   * One record of it.
   *
   * @param delay microseconds since the receipt; rises from step to step
   * @param cause the step that it reacts to, or {@link #NONE}
   * @param escalation which of the story's escalations it concerns, or {@link #NONE}
   * @param about the step that an escalation is about, or {@link #NONE}
   * @param repeats the step whose record it is once more, or {@link #NONE}
   */
  record Step(Template template, long delay, int cause, int escalation, int about, int repeats) {
    Step again(long later, int which) {
      return new Step(template, later, cause, escalation, about, which);
    }
  }
}
