package baton.allocation.openlist;

import baton.allocation.casework.model.CaseCommand.NoteOpenList;
import baton.allocation.openlist.model.OpenList;
import baton.allocation.openlist.model.ReconcileOpenList;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.OpenListDifference;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Problems;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares a force's own list of open cases with Baton, and records what has changed. */
@ApplicationScoped
public class OpenLists {
  /** Each new name is an event for each referral that is open: nobody is to mistype it at will. */
  private static final int DIFFERING_MAX = 10;

  private final Commands commands;
  private final Transactions transactions;

  public OpenLists(Commands commands, Transactions transactions) {
    this.commands = commands;
    this.transactions = transactions;
  }

  /** What a list and Baton say of each referral. */
  record Compared(OpenList list, Map<ReferralId, OpenListDifference> differences) {}

  /**
   * Each referral in a transaction of its own: what is recorded of one stays, whatever comes of the
   * next; the same list again records nothing more of them.
   *
   * @param listed references of the force's own system
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the lists of too many others
   *     differ already
   */
  Compared compare(OrganisationCode force, String system, Set<String> listed) {
    requireRoom(force, system);
    OpenList list = transactions.inTransaction(() -> read(force, system, listed));
    Map<ReferralId, OpenListDifference> before =
        transactions.inTransaction(() -> differing(force, system));
    var differences = list.differences(before.keySet());
    differences.forEach(
        (referral, difference) -> {
          if (difference != before.get(referral))
            commands.send(new NoteOpenList(referral, force, system, difference));
        });
    return new Compared(list, differences);
  }

  /** That it was compared, with the counts. */
  Reconciliation record(Compared compared) {
    var reconciled = compared.list().reconciled();
    Executed executed = commands.send(new ReconcileOpenList(reconciled));
    return Reconciliation.of(reconciled, compared.differences(), compared.list().known(), executed);
  }

  private void requireRoom(OrganisationCode force, String system) {
    List<String> differing =
        transactions.inTransaction(
            () ->
                sql()
                    .list(
                        "select distinct system from open_list_difference where force = ?"
                            + " order by system",
                        row -> row.getString("system"),
                        force));
    if (differing.size() < DIFFERING_MAX || differing.contains(system)) return;
    throw Problems.of(
        409,
        "too-many-systems",
        "Refused as things stand",
        "the lists of %d systems of %s differ from Baton already (%s): compare under one of these names, or bring one of them to agree first"
            .formatted(differing.size(), force, String.join(", ", differing)));
  }

  private OpenList read(OrganisationCode force, String system, Set<String> listed) {
    var known = new HashMap<String, ReferralId>();
    sql()
        .list(
            "select reference, referral from local_reference where force = ? and system = ?",
            row -> known.put(row.getString("reference"), referral(row)),
            force,
            system);
    var open =
        sql()
            .list(
                "select referral from case_file where force = ?"
                    + " and stage in ('WITH_FORCE', 'WITH_OFFICER')",
                OpenLists::referral,
                force);
    return new OpenList(force, system, listed, known, new HashSet<>(open));
  }

  private Map<ReferralId, OpenListDifference> differing(OrganisationCode force, String system) {
    var differing = new HashMap<ReferralId, OpenListDifference>();
    sql()
        .list(
            "select referral, difference from open_list_difference where force = ? and system = ?",
            row ->
                differing.put(
                    referral(row), OpenListDifference.valueOf(row.getString("difference"))),
            force,
            system);
    return differing;
  }

  private static ReferralId referral(ResultSet row) throws SQLException {
    return new ReferralId(row.getObject("referral", UUID.class));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the cases of a force's own list");
  }
}
