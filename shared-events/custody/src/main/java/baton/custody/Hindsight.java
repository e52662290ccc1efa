package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.policy.PolicyBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What had happened of one referral by a moment, whenever it was recorded, so that it folds: still
 * in log order, because there causes stand before effects, and numbered anew, because what is left
 * out would be a gap in its stream behind which everything waits.
 *
 * @param events those that count, as they were recorded; what was told twice, and what waits for
 *     its predecessor on the whole log, is not among them
 * @param numbered the same to be folded, and behind them what claims the place of one of them
 */
public record Hindsight(
    List<Recorded<? extends BatonEvent>> events, List<Recorded<? extends BatonEvent>> numbered) {
  public Hindsight {
    events = List.copyOf(events);
    numbered = List.copyOf(numbered);
  }

  /**
   * @param story the whole of it in log order, later events included, without what is drawn from
   *     the fold itself
   * @param counts whether an event had happened by then
   */
  public static Hindsight of(
      ReferralId referral,
      List<Recorded<? extends BatonEvent>> story,
      Predicate<Recorded<? extends BatonEvent>> counts,
      PolicyBook policy) {
    var applied = new ArrayList<Recorded<? extends BatonEvent>>();
    var fold = new LogFold(policy, applied::add);
    story.forEach(fold::apply);
    var numbers = new Numbers();
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    var numbered = new ArrayList<Recorded<? extends BatonEvent>>();
    for (var event : applied)
      if (counts.test(event)) {
        events.add(event);
        numbered.add(numbers.next(event));
      }
    for (var rival : rivals(fold.states().get(referral), story))
      if (counts.test(rival)) numbers.same(rival).ifPresent(numbered::add);
    return new Hindsight(events, numbered);
  }

  private static List<Recorded<? extends BatonEvent>> rivals(
      Custody whole, List<Recorded<? extends BatonEvent>> story) {
    if (whole == null) return List.of();
    Map<EventId, Recorded<? extends BatonEvent>> byId = new HashMap<>();
    story.forEach(event -> byId.put(event.id(), event));
    var rivals = new ArrayList<Recorded<? extends BatonEvent>>();
    for (Divergence divergence : whole.reading().divergences())
      rivals.add(byId.get(divergence.found().event()));
    return rivals;
  }

  /** The places of the events that count, without those that do not. */
  private static final class Numbers {
    private record Stream(String source, String subject) {}

    private record Place(Stream stream, long sequence) {}

    private final Map<Stream, Long> next = new HashMap<>();
    private final Map<Place, Long> given = new HashMap<>();

    Recorded<? extends BatonEvent> next(Recorded<? extends BatonEvent> event) {
      long number = next.merge(stream(event), 1L, Long::sum) - 1;
      given.put(new Place(stream(event), event.streamSequence()), number);
      return numbered(event, number);
    }

    /** What claims the place of an event that counts claims it still. */
    Optional<Recorded<? extends BatonEvent>> same(Recorded<? extends BatonEvent> rival) {
      return Optional.ofNullable(given.get(new Place(stream(rival), rival.streamSequence())))
          .map(number -> numbered(rival, number));
    }

    private static Stream stream(Recorded<? extends BatonEvent> event) {
      return new Stream(event.source(), event.subject());
    }

    private static <E extends BatonEvent> Recorded<E> numbered(Recorded<E> event, long number) {
      return new Recorded<>(
          event.id(),
          event.source(),
          event.subject(),
          event.referral(),
          number,
          event.time(),
          event.recordedTime(),
          event.actor(),
          event.organisation(),
          event.causationId(),
          event.correlationId(),
          event.event());
    }
  }
}
