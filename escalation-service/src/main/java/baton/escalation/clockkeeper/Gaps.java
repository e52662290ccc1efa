package baton.escalation.clockkeeper;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import baton.journal.reader.StreamGap;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gaps in streams that stay open: an event waits for the one before it, which the log does not
 * give. The fold knows nothing of what waits, so it is found here. What fills a gap resolves it.
 */
@ApplicationScoped
class Gaps {
  /** In parts of what may be waited for: a gap is found not much later than it may be one. */
  private static final int LOOKS = 12;

  /** With the event that was missing: the one before the one that waited. */
  private static final String OPEN =
      """
      select e.escalation, e.started_by, filler.event_id as filled_by, filler.type as filled_by_type
      from escalation e
      left join archived_event waited on waited.event_id = e.started_by
      left join archived_event filler on filler.source = waited.source
        and filler.subject = waited.subject and filler.sequence = waited.sequence - 1
        and filler.event_id is not null
      where e.kind = 'LOG_GAP' and e.resolved_at is null
      """;

  private final LogReader reader;
  private final AxonJournal journal;
  private final Transactions transactions;
  private final Commands commands;
  private final CustodyBoard board;
  private final BusinessClock clock;
  private final Duration waitMax;
  private final InstantSource system = InstantSource.system();
  private Instant looked = Instant.EPOCH;

  Gaps(
      LogReader reader,
      AxonJournal journal,
      Transactions transactions,
      Commands commands,
      CustodyBoard board,
      BusinessClock clock,
      EscalationConfig config) {
    this.reader = reader;
    this.journal = journal;
    this.transactions = transactions;
    this.commands = commands;
    this.board = board;
    this.clock = clock;
    this.waitMax = config.gapMax();
  }

  private record Open(EscalationId escalation, EventId waiting, EventId filledBy, String type) {}

  /** Raises and resolves, but not at every look. Called by one thread. */
  void keep() {
    Instant now = system.instant();
    if (now.isBefore(looked.plus(waitMax.dividedBy(LOOKS)))) return;
    looked = now;
    List<StreamGap> gaps = reader.gaps(waitMax);
    journal.inBatch(
        () -> {
          keep(gaps, transactions.connection());
          return null;
        });
  }

  private void keep(List<StreamGap> gaps, Connection tx) throws SQLException {
    Set<String> waiting = gaps.stream().map(StreamGap::eventId).collect(Collectors.toSet());
    for (Open open : open(tx))
      if (open.filledBy() != null && !waiting.contains(open.waiting().toString()))
        commands.sendAsSystem(
            new ResolveEscalation(open.escalation(), open.filledBy(), open.type()));
    for (StreamGap gap : gaps) if (gap.referral() != null) commands.sendAsSystem(raise(gap, tx));
    keepRegister(gaps, waiting, SystemFindings.on(tx));
  }

  private RaiseEscalation raise(StreamGap gap, Connection tx) throws SQLException {
    ReferralId referral = gap.referral();
    Custodian custodian = board.find(referral, tx).map(Custody::custodian).orElse(null);
    return new RaiseEscalation(
        new Finding.Cause(referral, FindingKind.LOG_GAP, null, EventId.of(gap.eventId())),
        null,
        custodian == null ? null : custodian.organisation(),
        custodian == null ? null : custodian.person(),
        true);
  }

  private void keepRegister(List<StreamGap> gaps, Set<String> waiting, SystemFindings findings) {
    Instant now = clock.instant();
    for (var known : findings.list(SystemKind.REGISTER_GAP))
      if (known.endedAt() == null && !waiting.contains(known.foundBy().toString()))
        findings.ended(SystemKind.REGISTER_GAP, known.about(), known.foundBy(), now);
    for (StreamGap gap : gaps)
      if (gap.referral() == null)
        findings.found(
            SystemKind.REGISTER_GAP,
            gap.stream(),
            EventId.of(gap.eventId()),
            now,
            "event %s of %s waits in stream %s for number %d, which the log does not give"
                .formatted(
                    gap.eventId(), gap.source().substring(1), gap.stream(), gap.sequence() - 1));
  }

  private static List<Open> open(Connection tx) {
    return Sql.on(tx, "the gaps").list(OPEN, Gaps::gap);
  }

  private static Open gap(ResultSet row) throws SQLException {
    UUID filledBy = row.getObject("filled_by", UUID.class);
    return new Open(
        new EscalationId(row.getObject("escalation", UUID.class)),
        new EventId(row.getObject("started_by", UUID.class)),
        filledBy == null ? null : new EventId(filledBy),
        row.getString("filled_by_type"));
  }
}
