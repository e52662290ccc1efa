package baton.escalation.custody;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.Unrecognised;
import baton.contract.allocation.ActionRecorded;
import baton.contract.escalation.EscalationEvent;
import baton.custody.Clock;
import baton.custody.Custody;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.custody.EvidenceView.DoneView;
import baton.escalation.custody.EvidenceView.EventView;
import baton.escalation.custody.EvidenceView.HandOffView;
import baton.escalation.custody.EvidenceView.OpenedView;
import baton.escalation.custody.EvidenceView.PlaceView;
import baton.escalation.custody.model.Deed;
import baton.escalation.replay.ArchiveReplay.Told;
import baton.escalation.replay.Openings.Opening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws from a referral's story what had been done by a moment, and what says so. */
final class Evidence {
  private final Told told;
  private final AsAt asAt;
  private final Set<EventId> enteredLate;

  private Evidence(Told told, AsAt asAt) {
    this.told = told;
    this.asAt = asAt;
    this.enteredLate =
        custody().clocks().all().stream()
            .filter(Clock::recordedLate)
            .map(Clock::metBy)
            .collect(Collectors.toSet());
  }

  static EvidenceView of(Told told, AsAt asAt, List<Opening> opened, Optional<Archived> register) {
    var evidence = new Evidence(told, asAt);
    return new EvidenceView(
        asAt.wireName(),
        evidence.custody().offers().all().stream().map(HandOffView::of).toList(),
        evidence.done(),
        opened.stream().map(OpenedView::of).toList(),
        evidence.movedBy(),
        told.asAt().applied().stream().map(evidence::placed).toList(),
        register.map(PlaceView::of).orElse(null));
  }

  private Custody custody() {
    return told.asAt().custody();
  }

  private EventView movedBy() {
    if (custody().holding().movedBy() == null) return null;
    EventId moved = custody().holding().movedBy().event();
    return told.asAt().applied().stream()
        .filter(event -> event.id().equals(moved))
        .findFirst()
        .map(this::placed)
        .orElse(null);
  }

  /** Acknowledgements are no part of the fold, and were done all the same. */
  private List<DoneView> done() {
    Map<EventId, Recorded<? extends BatonEvent>> acknowledged =
        told.events().stream()
            .filter(event -> event.event() instanceof EscalationEvent)
            .filter(event -> asAt.by().countsBy(event, asAt.at()))
            .collect(Collectors.toMap(Recorded::id, event -> event, (first, repeat) -> first));
    return Stream.concat(told.asAt().applied().stream(), acknowledged.values().stream())
        .sorted((a, b) -> Long.compare(place(a).offset(), place(b).offset()))
        .flatMap(event -> Deed.of(event.event()).map(deed -> done(deed, event)).stream())
        .toList();
  }

  private DoneView done(Deed deed, Recorded<? extends BatonEvent> event) {
    return new DoneView(
        deed,
        event.event() instanceof ActionRecorded action ? action.kind() : null,
        type(event),
        event.time(),
        event.recordedTime(),
        event.actor(),
        event.organisation(),
        enteredLate.contains(event.id()),
        event.recordedTime().isAfter(asAt.at()),
        event.id());
  }

  private EventView placed(Recorded<? extends BatonEvent> event) {
    return EventView.of(event, type(event), place(event));
  }

  private Archived place(Recorded<? extends BatonEvent> event) {
    return told.places().get(event.id());
  }

  private static String type(Recorded<? extends BatonEvent> event) {
    return event.event() instanceof Unrecognised unknown
        ? unknown.type()
        : EventTypes.nameOf(event.event().getClass());
  }
}
