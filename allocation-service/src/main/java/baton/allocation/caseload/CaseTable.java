package baton.allocation.caseload;

import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.AllocationEvent;
import baton.contract.allocation.CaseOpened;
import baton.journal.store.AppendListener;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the case tables in the transaction that appends the events. */
@ApplicationScoped
public class CaseTable implements AppendListener {
  private final Transactions transactions;

  public CaseTable(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The number of the newest dissemination. */
  public Optional<Integer> lastDissemination(ReferralId referral) {
    return last("dissemination", referral);
  }

  /** The number of the newest allocation. */
  public Optional<Integer> lastAllocation(ReferralId referral) {
    return last("allocation_offer", referral);
  }

  /** Whom a dissemination was made to. */
  public Optional<OrganisationCode> offeredTo(ReferralId referral, int number) {
    return find(
        "select force from dissemination where referral = ? and number = ?",
        row -> new OrganisationCode(row.getString(1)),
        referral,
        number);
  }

  /** Who has it at a force, or had it when it was concluded; empty where that is a post. */
  public Optional<PersonId> holder(ReferralId referral) {
    return find(
        "select person from case_file where referral = ? and person is not null",
        row -> new PersonId(row.getString(1)),
        referral);
  }

  /**
   * The referral that a force's own system knows under this reference.
   *
   * @param forces one of which it is
   */
  public Optional<ReferralId> knownAs(
      Set<OrganisationCode> forces, String system, String reference) {
    return find(
        "select referral from local_reference where force = any (?) and system = ? and reference ="
            + " ?",
        row -> new ReferralId(row.getObject(1, UUID.class)),
        forces,
        system,
        reference);
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    Sql sql = sql(transaction);
    openAll(events, sql);
    for (var recorded : events)
      if (recorded.event() instanceof AllocationEvent event)
        new CaseChange(sql, recorded, event.referral()).of(event);
  }

  /** Receipts come by the hundred: their rows are one batch. */
  private static void openAll(List<Recorded<? extends BatonEvent>> events, Sql sql) {
    var rows = new ArrayList<Object[]>();
    for (var recorded : events)
      if (recorded.event() instanceof CaseOpened)
        rows.add(new Object[] {recorded.referral(), Stage.RECEIVED, recorded.recordedTime()});
    sql.updateAll("insert into case_file (referral, stage, opened_at) values (?, ?, ?)", rows);
  }

  private Optional<Integer> last(String table, ReferralId referral) {
    return find(
        "select number from " + table + " where referral = ? order by number desc limit 1",
        row -> row.getInt(1),
        referral);
  }

  private <T> Optional<T> find(String select, Sql.Reading<T> reading, Object... values) {
    return transactions.inTransaction(
        () -> sql(transactions.connection()).find(select, reading, values));
  }

  private static Sql sql(Connection connection) {
    return Sql.on(connection, "the cases");
  }
}
