package baton.allocation.feed.model;

import baton.contract.OrganisationCode;
import baton.contract.feed.Deadline;
import baton.contract.feed.Deadline.State;
import baton.custody.Clock;
import baton.custody.Custody;
import java.util.List;

/** The clocks of a referral as one force sees them. */
final class Deadlines {
  private Deadlines() {}

  static List<Deadline> running(Custody custody, OrganisationCode force) {
    Concern concern = Concern.in(custody);
    return custody.clocks().running().stream()
        .filter(clock -> concern.sees(clock.name(), force))
        .map(clock -> told(null, clock))
        .toList();
  }

  /**
   * What is another for the force: a clock that it saw changed, or one that it sees from now on.
   * One that it sees no more because the referral went is not told: that it went is.
   */
  static List<Deadline> changed(Custody before, Custody after, OrganisationCode force) {
    Concern saw = Concern.in(before);
    Concern sees = Concern.in(after);
    return after.clocks().all().stream()
        .filter(clock -> saw.sees(clock.name(), force) || sees.sees(clock.name(), force))
        .filter(clock -> isNews(clock, before, saw.sees(clock.name(), force), sees, force))
        .map(clock -> told(before.clocks().startedBy(clock.name(), clock.startedBy()), clock))
        .toList();
  }

  private static boolean isNews(
      Clock clock, Custody before, boolean seen, Concern sees, OrganisationCode force) {
    Clock was = before.clocks().startedBy(clock.name(), clock.startedBy());
    if (was == null) return true;
    if (seen && was.running()) return !clock.running() || !clock.due().equals(was.due());
    return !seen && clock.running() && sees.sees(clock.name(), force);
  }

  /**
   * @param was the same clock before, or null
   */
  private static Deadline told(Clock was, Clock clock) {
    boolean moved = was != null && !was.due().equals(clock.due());
    return new Deadline(
        clock.name().name(),
        clock.running() ? State.RUNNING : clock.metAt() != null ? State.MET : State.STOPPED,
        clock.started(),
        clock.due(),
        moved ? was.due() : null,
        clock.metAt() != null ? clock.metAt() : clock.stoppedAt());
  }
}
