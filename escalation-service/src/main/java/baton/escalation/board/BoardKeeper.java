package baton.escalation.board;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.escalation.archive.Archive;
import baton.escalation.archive.Contradiction;
import baton.escalation.catchup.CatchUpRows;
import baton.escalation.clockkeeper.Referee;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.policy.Refolds;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.escalation.watching.Doings;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.ReadOnly;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyReading;
import baton.platform.policy.PolicyTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this service does with the log: everything into the archive, what is applied onto the board,
 * and every referral that changed is judged at once.
 */
@ApplicationScoped
public class BoardKeeper implements LogHandler {
  private final Transactions transactions;
  private final CustodyBoard board;
  private final Archive archive;
  private final Referee referee;
  private final PolicyReading policies;
  private final Refolds refolds;
  private final Commands commands;
  private final CatchUpRows catchUp;
  private final ReadOnly readOnly;

  public BoardKeeper(
      Transactions transactions,
      CustodyBoard board,
      Archive archive,
      Referee referee,
      PolicyReading policies,
      Refolds refolds,
      Commands commands,
      CatchUpRows catchUp,
      ReadOnly readOnly) {
    this.transactions = transactions;
    this.board = board;
    this.archive = archive;
    this.referee = referee;
    this.policies = policies;
    this.refolds = refolds;
    this.commands = commands;
    this.catchUp = catchUp;
    this.readOnly = readOnly;
  }

  @Override
  public void handle(List<LogRecord> records) {
    try {
      Connection tx = transactions.connection();
      refolds.order(policies.read(records, tx), tx);
      fold(records, tx);
      for (LogRecord each : records)
        if (each.event().referral() == null) SystemFindings.on(tx).read(each.event());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fold a batch onto the board", e);
    }
  }

  @Override
  public void retold(List<LogRecord> stories) {
    try {
      redraw(stories, transactions.connection());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fold stories anew", e);
    }
  }

  @Override
  public void received(List<LogRecord> records) {
    try {
      Connection tx = transactions.connection();
      List<Contradiction> contradictions = archive.store(records, tx);
      // Of two claims to one place the reader parks one; the fold has to see it, for the sweep's
      // does.
      fold(
          contradictions.stream()
              .filter(each -> !each.sameEvent() && each.record().event() != null)
              .map(Contradiction::record)
              .toList(),
          tx);
      contradictions.forEach(each -> diverged(each, tx));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot archive a batch", e);
    }
  }

  private void fold(List<LogRecord> records, Connection tx) throws SQLException {
    Map<ReferralId, Integer> partitions = partitions(records);
    if (partitions.isEmpty()) return;
    PolicyTable.on(tx).lockToFold();
    referee.lock(partitions.values(), tx);
    List<Recorded<? extends BatonEvent>> events = events(records);
    Doings doings = Doings.on(tx);
    Map<ReferralId, Doings.Had> teams = doings.teamsOf(partitions.keySet());
    catchUp.read(events, tx);
    Map<ReferralId, Custody> changed = board.apply(events, tx);
    referee.judge(changed, partitions, tx);
    doings.keep(events, teams, changed);
  }

  private void redraw(List<LogRecord> stories, Connection tx) throws SQLException {
    Map<ReferralId, Integer> partitions = partitions(stories);
    if (partitions.isEmpty()) return;
    PolicyTable.on(tx).lockToFold();
    referee.lock(partitions.values(), tx);
    referee.judge(board.redraw(events(stories), tx), partitions, tx);
  }

  private static List<Recorded<? extends BatonEvent>> events(List<LogRecord> records) {
    return records.stream().<Recorded<? extends BatonEvent>>map(LogRecord::event).toList();
  }

  private static Map<ReferralId, Integer> partitions(List<LogRecord> records) {
    var partitions = new HashMap<ReferralId, Integer>();
    for (LogRecord each : records)
      Optional.ofNullable(each.event().referral())
          .ifPresent(referral -> partitions.put(referral, each.partition()));
    return partitions;
  }

  /** The fold remembers only a stream's last events; the archive remembers them all. */
  private void diverged(Contradiction found, Connection tx) {
    ReferralId referral = found.record().referral().orElse(null);
    if (referral == null) {
      String stream = found.record().envelope().subject();
      SystemFindings.on(tx)
          .found(
              SystemKind.REGISTER_DIVERGED,
              stream,
              found.event(),
              found.recordedAt(),
              found.sentence());
      return;
    }
    if (readOnly.holds()) return;
    var cause = new Finding.Cause(referral, FindingKind.LOG_DIVERGED, null, found.event());
    commands.sendAsSystem(new RaiseEscalation(cause, found.recordedAt(), null, null, true));
  }
}
