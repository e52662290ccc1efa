package baton.escalation.roster;

import baton.contract.allocation.RosterEvent;
import baton.escalation.archive.ArchivePages;
import baton.escalation.archive.ArchivePages.Archived;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Topics;
import baton.journal.envelope.UnreadableEvent;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The roster as it stood at any moment, folded from the archived register. */
@ApplicationScoped
public class RosterHistory {
  private final ArchivePages archive;
  private final EventCodec codec = new EventCodec();

  public RosterHistory(ArchivePages archive) {
    this.archive = archive;
  }

  /**
   * @param asAt inclusive
   */
  public Roster at(Instant asAt) {
    var roster = new Roster();
    archive.<RuntimeException>ofTopic(Topics.REGISTER, asAt, event -> apply(event, roster));
    return roster;
  }

  private void apply(Archived archived, Roster roster) {
    try {
      if (codec.decode(Envelope.parse(archived.value())).event() instanceof RosterEvent event)
        roster.apply(event);
    } catch (UnreadableEvent parked) {
      // The reader has parked it and says so; the roster stands as it did before it.
    }
  }
}
