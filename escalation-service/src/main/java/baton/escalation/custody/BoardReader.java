package baton.escalation.custody;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.blindness.BlindnessRows;
import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.KnownTo;
import baton.escalation.custody.CustodyQuery.Condition;
import baton.escalation.custody.CustodySummary.BlindView;
import baton.escalation.custody.CustodySummary.Counts;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who has what now, from the board. */
@ApplicationScoped
class BoardReader {
  private static final String COUNT =
      """
      select grouping(stage, grade, force), coalesce(stage, grade, force), count(*),
        count(*) filter (where waiting_acceptance), count(*) filter (where without_person),
        count(*) filter (where (custodian_organisation, custodian_person) in
          (select * from unnest(?::text[], ?::text[]))),
        count(*) filter (where next_due < ?), count(*) filter (where dormant_due < ?),
        count(*) filter (where custodian_organisation is null)
      from custody_board where not concluded and %s
      group by grouping sets ((), (stage), (grade), (force))
      """;

  /** What {@code grouping} gives for each set: a bit is set where the column is not grouped by. */
  private static final int ALL = 0b111;

  private static final int BY_STAGE = 0b011;
  private static final int BY_GRADE = 0b101;

  private final Transactions transactions;
  private final CustodyBoard board;
  private final BusinessClock clock;

  BoardReader(Transactions transactions, CustodyBoard board, BusinessClock clock) {
    this.transactions = transactions;
    this.board = board;
    this.clock = clock;
  }

  Age age() {
    return transactions.inTransaction(() -> age(transactions.connection()));
  }

  Optional<Custody> find(ReferralId referral) {
    return transactions.inTransaction(() -> board.find(referral, transactions.connection()));
  }

  /**
   * @param after the last referral of the page before, or null
   */
  List<Custody> list(CustodyQuery query, ReferralId after, int limit, Instant known) {
    Condition condition = query.condition(known);
    if (after != null) condition.and("referral > ?", after.value());
    String sql =
        "select state from custody_board where " + condition.sql() + " order by referral limit ?";
    condition.values().add(limit);
    return transactions.inTransaction(() -> states(sql, condition.values()));
  }

  /**
   * @param roster as it stands
   */
  CustodySummary summary(CustodyQuery query, Roster roster) {
    return transactions.inTransaction(
        () -> {
          Connection connection = transactions.connection();
          Age age = age(connection);
          var byStage = new TreeMap<String, Counts>();
          var byGrade = new TreeMap<String, Counts>();
          var byForce = new TreeMap<String, Counts>();
          Counts all = count(query, age, roster, byStage, byGrade, byForce);
          return new CustodySummary(
              all,
              byStage,
              byGrade,
              byForce,
              blind(connection),
              age.asOf(),
              age.completeTo(),
              age.lagSeconds(),
              null);
        });
  }

  private Age age(Connection connection) throws SQLException {
    return Age.now(clock.instant(), KnownTo.read(connection));
  }

  private Counts count(
      CustodyQuery query,
      Age age,
      Roster roster,
      Map<String, Counts> byStage,
      Map<String, Counts> byGrade,
      Map<String, Counts> byForce)
      throws SQLException {
    Condition condition = query.condition(age.known());
    Counts all = Counts.NONE;
    try (PreparedStatement statement =
        transactions.connection().prepareStatement(COUNT.formatted(condition.sql()))) {
      missing(statement, roster.missing(age.asOf()));
      statement.setObject(3, age.known().atOffset(ZoneOffset.UTC));
      statement.setObject(4, age.known().atOffset(ZoneOffset.UTC));
      bind(statement, 5, condition.values());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          var counts =
              new Counts(
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getLong(5),
                  rows.getLong(6),
                  rows.getLong(7),
                  rows.getLong(8),
                  rows.getLong(9));
          switch (rows.getInt(1)) {
            case ALL -> all = counts;
            case BY_STAGE -> byStage.put(name(rows, CustodySummary.UNKNOWN), counts);
            case BY_GRADE -> byGrade.put(name(rows, CustodySummary.UNGRADED), counts);
            default -> byForce.put(name(rows, CustodySummary.UNKNOWN), counts);
          }
        }
      }
    }
    return all;
  }

  /** Who is not there, as two columns side by side. */
  private static void missing(
      PreparedStatement statement, Map<OrganisationCode, Set<PersonId>> missing)
      throws SQLException {
    var organisations = new ArrayList<String>();
    var people = new ArrayList<String>();
    missing.forEach(
        (organisation, gone) ->
            gone.forEach(
                person -> {
                  organisations.add(organisation.value());
                  people.add(person.value());
                }));
    Connection connection = statement.getConnection();
    statement.setArray(1, connection.createArrayOf("text", organisations.toArray()));
    statement.setArray(2, connection.createArrayOf("text", people.toArray()));
  }

  private List<Custody> states(String sql, List<Object> values) throws SQLException {
    try (PreparedStatement statement = transactions.connection().prepareStatement(sql)) {
      bind(statement, 1, values);
      var states = new ArrayList<Custody>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) states.add(CustodyBoard.read(rows.getString(1)));
      }
      return states;
    }
  }

  static List<BlindView> blind(Connection connection) throws SQLException {
    return BlindnessRows.open(connection).stream()
        .map(each -> new BlindView(each.writer(), each.since(), each.watermark()))
        .toList();
  }

  private static void bind(PreparedStatement statement, int first, List<Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) statement.setObject(first + i, values.get(i));
  }

  private static String name(ResultSet row, String otherwise) throws SQLException {
    String name = row.getString(2);
    return name == null ? otherwise : name;
  }
}
