package baton.escalation.ladder;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.RosterEvent;
import baton.contract.escalation.Rung;
import baton.escalation.archive.ArchivePages;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.ladder.model.Told;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.roster.Cover;
import baton.roster.Post;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The roster as far as the register was read, kept folded: only what is new is read again. */
@ApplicationScoped
public class CurrentRoster implements RungHolders {
  private final ArchivePages archive;
  private final EventCodec codec = new EventCodec();
  private final Roster roster = new Roster();
  private Archived last;
  private long read;

  public CurrentRoster(ArchivePages archive) {
    this.archive = archive;
  }

  @Override
  public Told holder(
      Rung rung,
      OrganisationCode organisation,
      TeamId team,
      PersonId person,
      String post,
      Instant at) {
    String held = person == null && post == null ? Post.lastOf(organisation) : post;
    var custodian = new Cover(organisation, team, person, person == null ? held : null);
    Cover told = ask(known -> known.rungHolder(rung, custodian, at));
    return new Told(told.organisation(), told.person(), told.post());
  }

  @Override
  public boolean away(OrganisationCode organisation, PersonId person, Instant at) {
    return ask(
        known ->
            known.left(organisation, person) || known.absent(organisation, person, at).isPresent());
  }

  @Override
  public TeamId teamOf(OrganisationCode organisation, PersonId person, Instant at) {
    return ask(known -> known.teamOf(organisation, person));
  }

  /** Those of a team who are there. */
  public List<PersonId> active(OrganisationCode organisation, TeamId team, Instant at) {
    return ask(
        known ->
            known.membersOf(organisation, team).stream()
                .filter(person -> known.active(organisation, person, at))
                .toList());
  }

  /** How much of the register it knows: the same for as long as nothing is new. */
  public long version() {
    return ask(known -> read);
  }

  private synchronized <T> T ask(Function<Roster, T> question) {
    archive.<RuntimeException>registerAfter(last, this::apply);
    return question.apply(roster);
  }

  private void apply(Archived archived) {
    last = archived;
    read++;
    try {
      if (codec.decode(Envelope.parse(archived.value())).event() instanceof RosterEvent event)
        roster.apply(event);
    } catch (UnreadableEvent parked) {
      // The reader has parked it and says so; the roster stands as it did before it.
    }
  }
}
