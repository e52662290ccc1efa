package baton.escalation.replay.model;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.EscalationEvent;
import baton.custody.Custody;
import baton.custody.Hindsight;
import baton.custody.LogFold;
import baton.policy.PolicyBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one referral stood at a moment, and the events that say so.
 *
 * <p>By recorded time it is the fold of what was recorded up to then, in log order, as the board
 * had it. By time of happening it is the fold of what had happened by then, still in log order,
 * because there causes stand before effects. What is left out would be a gap in its stream, so the
 * events that count are numbered anew. Each keeps both its times: custody moves when that was
 * recorded, so {@code since} may be later than the moment asked about, and a limit that was met in
 * time and entered after it shows as late.
 *
 * @param custody after the last of them
 * @param applied in the order in which they were applied; what was told twice, and what still waits
 *     for its predecessor, is not among them
 */
public record StoryAsAt(Custody custody, List<Recorded<? extends BatonEvent>> applied) {
  public StoryAsAt {
    applied = List.copyOf(applied);
  }

  /**
   * @param story the referral's events in log order, later ones included
   * @param policy what counted at that moment by the same reckoning
   * @return empty where nothing counts of it by then
   */
  public static Optional<StoryAsAt> of(
      ReferralId referral,
      List<Recorded<? extends BatonEvent>> story,
      Instant asAt,
      Reckoning by,
      PolicyBook policy) {
    // What is drawn from the fold does not feed it.
    List<Recorded<? extends BatonEvent>> told =
        story.stream().filter(each -> !(each.event() instanceof EscalationEvent)).toList();
    return switch (by) {
      case RECORDED ->
          folded(referral, told.stream().filter(each -> by.countsBy(each, asAt)).toList(), policy);
      case HAPPENED -> inHindsight(referral, told, asAt, policy);
    };
  }

  private static Optional<StoryAsAt> folded(
      ReferralId referral, List<? extends Recorded<? extends BatonEvent>> story, PolicyBook by) {
    var applied = new ArrayList<Recorded<? extends BatonEvent>>();
    var fold = new LogFold(by, applied::add);
    story.forEach(fold::apply);
    return Optional.ofNullable(fold.states().get(referral))
        .map(custody -> new StoryAsAt(custody, applied));
  }

  private static Optional<StoryAsAt> inHindsight(
      ReferralId referral,
      List<Recorded<? extends BatonEvent>> told,
      Instant asAt,
      PolicyBook policy) {
    var known =
        Hindsight.of(referral, told, event -> Reckoning.HAPPENED.countsBy(event, asAt), policy);
    return folded(referral, known.numbered(), policy)
        .map(story -> new StoryAsAt(story.custody(), known.events()));
  }
}
