package baton.custody;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a referral's log was read, and what stands against trusting it.
 *
 * @param parked what a service could not apply, oldest first, released ones included
 * @param first the first event that was applied, or null
 * @param stoppedBy an event that moves custody and that this reader does not know: from there on
 *     nothing is folded; or null
 * @param lastRecordedTime of the events applied, the latest, or null
 */
public record Reading(
    List<StreamRead> streams,
    List<Divergence> divergences,
    List<Parked> parked,
    Entry first,
    Entry stoppedBy,
    Instant lastRecordedTime) {
  static final Reading NONE = new Reading(List.of(), List.of(), List.of(), null, null, null);

  public Reading {
    streams = List.copyOf(streams);
    divergences = List.copyOf(divergences);
    parked = List.copyOf(parked);
  }

  /** Events are missing before one that was seen. */
  public boolean gap() {
    return streams.stream().anyMatch(StreamRead::gap);
  }

  StreamRead stream(Recorded<? extends BatonEvent> event) {
    StreamRead known = Lists.first(streams, s -> isOf(s, event));
    return known == null ? StreamRead.unread(event.source(), event.subject()) : known;
  }

  Reading with(StreamRead stream) {
    boolean known = Lists.first(streams, s -> same(s, stream)) != null;
    var all =
        known
            ? Lists.each(streams, s -> same(s, stream) ? stream : s)
            : Lists.plus(streams, stream);
    return new Reading(all, divergences, parked, first, stoppedBy, lastRecordedTime);
  }

  Reading applied(StreamRead stream, Entry entry) {
    boolean later = lastRecordedTime == null || entry.recordedAt().isAfter(lastRecordedTime);
    return new Reading(
            streams,
            divergences,
            parked,
            first == null ? entry : first,
            stoppedBy,
            later ? entry.recordedAt() : lastRecordedTime)
        .with(stream.applied(entry.event()));
  }

  Reading diverged(Recorded<? extends BatonEvent> event) {
    if (divergences.stream().anyMatch(d -> d.found().event().equals(event.id()))) return this;
    var divergence =
        new Divergence(event.source(), event.subject(), event.streamSequence(), Entry.of(event));
    var all = Stream.concat(divergences.stream(), Stream.of(divergence)).toList();
    return new Reading(streams, all, parked, first, stoppedBy, lastRecordedTime);
  }

  Reading parked(EventParked event, Entry by) {
    var waits =
        new Parked(event.service(), event.parked(), event.parkedType(), event.reason(), by, null);
    return withParked(Stream.concat(parked.stream(), Stream.of(waits)).toList());
  }

  Reading released(EventReleased event, Entry by) {
    return withParked(parked.stream().map(p -> releases(event, p) ? p.released(by) : p).toList());
  }

  Reading stoppedBy(Entry unknown) {
    return new Reading(streams, divergences, parked, first, unknown, lastRecordedTime);
  }

  private Reading withParked(List<Parked> all) {
    return new Reading(streams, divergences, all, first, stoppedBy, lastRecordedTime);
  }

  private static boolean releases(EventReleased event, Parked parked) {
    return parked.waiting()
        && parked.service().equals(event.service())
        && parked.event().equals(event.released());
  }

  private static boolean isOf(StreamRead stream, Recorded<? extends BatonEvent> event) {
    return stream.source().equals(event.source()) && stream.subject().equals(event.subject());
  }

  private static boolean same(StreamRead a, StreamRead b) {
    return a.source().equals(b.source()) && a.subject().equals(b.subject());
  }
}
