package baton.escalation.clockkeeper;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.escalation.FindingKind;
import baton.contract.journal.EventParked;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.journal.store.AppendListener;
import baton.platform.Commands;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What this service itself could not apply. The event that says so waits behind the one that it is
 * about, so that the fold learns of it only when it is over; it is raised from here.
 */
@ApplicationScoped
class ParkedHere implements AppendListener {
  private static final String KEEP =
      "insert into parked_here (event, referral, recorded_at) values (?, ?, ?)";

  private static final String TAKE =
      "delete from parked_here returning event, referral, recorded_at";

  private final Commands commands;
  private final CustodyBoard board;

  ParkedHere(Commands commands, CustodyBoard board) {
    this.commands = commands;
    this.board = board;
  }

  private record Parking(EventId event, ReferralId referral, Instant at) {}

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    var rows = new ArrayList<Object[]>();
    for (var recorded : events)
      if (recorded.event() instanceof EventParked)
        rows.add(new Object[] {recorded.id(), recorded.referral(), recorded.recordedTime()});
    on(transaction).updateAll(KEEP, rows);
  }

  /**
   * Raises what was parked since; within a transaction and its root unit of work.
   *
   * @return how many
   */
  int raise(Connection transaction) throws SQLException {
    List<Parking> found =
        on(transaction)
            .list(
                TAKE,
                row ->
                    new Parking(
                        new EventId(row.getObject(1, UUID.class)),
                        new ReferralId(row.getObject(2, UUID.class)),
                        Sql.instant(row, "recorded_at")));
    for (Parking parking : found) commands.sendAsSystem(raise(parking, transaction));
    return found.size();
  }

  private RaiseEscalation raise(Parking parking, Connection transaction) throws SQLException {
    Custodian custodian =
        board.find(parking.referral(), transaction).map(Custody::custodian).orElse(null);
    return new RaiseEscalation(
        new Finding.Cause(parking.referral(), FindingKind.PARKED, null, parking.event()),
        parking.at(),
        custodian == null ? null : custodian.organisation(),
        custodian == null ? null : custodian.person(),
        true);
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "what was parked here");
  }
}
