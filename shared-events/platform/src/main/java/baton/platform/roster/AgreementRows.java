package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.platform.sql.Sql;
import java.util.List;
import java.util.Optional;

/** What organisations agreed between them: joint units, and who decides for a pair. */
final class AgreementRows {
  private final Sql sql;

  AgreementRows(Sql sql) {
    this.sql = sql;
  }

  void jointUnit(JointUnitFormed e) {
    sql.update("delete from roster_joint_unit where unit = ?", e.unit());
    sql.updateAll(
        "insert into roster_joint_unit (unit, force) values (?, ?) on conflict do nothing",
        e.forces().stream().map(force -> new Object[] {e.unit(), force}).toList());
  }

  void tieBreaker(TieBreakerNamed e) {
    sql.update(
        """
        insert into roster_tie_breaker (one, other, organisation, person) values (?, ?, ?, ?)
        on conflict (one, other) do update
          set organisation = excluded.organisation, person = excluded.person\
        """,
        first(e.one(), e.other()),
        second(e.one(), e.other()),
        e.organisation(),
        e.person());
  }

  /** The forces that it acts for: none, for an organisation that is no joint unit. */
  JointUnitFormed jointUnit(OrganisationCode unit) {
    return new JointUnitFormed(
        unit,
        sql.list(
            "select force from roster_joint_unit where unit = ? order by force",
            row -> new OrganisationCode(row.getString("force")),
            unit));
  }

  List<OrganisationCode> unitsOf(OrganisationCode force) {
    return sql.list(
        "select unit from roster_joint_unit where force = ? order by unit",
        row -> new OrganisationCode(row.getString("unit")),
        force);
  }

  Optional<TieBreakerNamed> tieBreaker(OrganisationCode one, OrganisationCode other) {
    return sql.find(
        "select organisation, person from roster_tie_breaker where one = ? and other = ?",
        row ->
            new TieBreakerNamed(
                one,
                other,
                new OrganisationCode(row.getString("organisation")),
                new PersonId(row.getString("person"))),
        first(one, other),
        second(one, other));
  }

  private static OrganisationCode first(OrganisationCode one, OrganisationCode other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static OrganisationCode second(OrganisationCode one, OrganisationCode other) {
    return one.compareTo(other) <= 0 ? other : one;
  }
}
