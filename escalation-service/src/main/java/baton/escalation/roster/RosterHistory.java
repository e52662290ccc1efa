package baton.escalation.roster;

import baton.contract.EventTypes;
import baton.contract.allocation.RosterEvent;
import baton.escalation.archive.ArchivePages;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.roster.model.RosterChange;
import baton.escalation.roster.model.RosterTimeline;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * The roster as it stood at any moment, from the archived register: only what is new on it is read
 * again. Holds the changes of the roster in memory, some hundred bytes each.
 */
@ApplicationScoped
public class RosterHistory {
  private final ArchivePages archive;
  private final EventCodec codec = new EventCodec();
  private final RosterTimeline timeline = new RosterTimeline();
  private Archived last;

  public RosterHistory(ArchivePages archive) {
    this.archive = archive;
  }

  /**
   * @param asAt inclusive
   */
  public synchronized Roster at(Instant asAt, Reckoning by) {
    archive.<RuntimeException>registerAfter(last, this::read);
    return switch (by) {
      case RECORDED -> timeline.recordedBy(asAt);
      case HAPPENED -> timeline.inEffectBy(asAt);
    };
  }

  /** The last place of the register that the answers rest on; empty while it is. */
  public synchronized Optional<Archived> readTo() {
    return Optional.ofNullable(last);
  }

  private void read(Archived archived) {
    last = archived;
    try {
      Envelope envelope = Envelope.parse(archived.value());
      // Most of the register is no roster, and is not decoded.
      if (EventTypes.classOf(envelope.type()).filter(RosterHistory::isOther).isPresent()) return;
      var recorded = codec.decode(envelope);
      if (recorded.event() instanceof RosterEvent event)
        timeline.add(RosterChange.of(recorded, event));
    } catch (UnreadableEvent parked) {
      // The reader has parked it and says so; the roster stands as it did before it.
    }
  }

  private static boolean isOther(Class<?> event) {
    return !RosterEvent.class.isAssignableFrom(event);
  }
}
