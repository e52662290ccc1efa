package baton.platform.board;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.journal.envelope.JournalJson;
import baton.policy.PolicyBook;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has it, of every referral, as far as this service has read the log. Table {@code
 * custody_board}; the fold is {@link Custody}'s and nothing is decided here.
 */
public final class CustodyBoard {

  private static final List<String> COLUMNS =
      List.copyOf(BoardRow.columns(Custody.none(new ReferralId(new UUID(0x7000, 0)))).keySet());

  private static final String UPSERT =
      "insert into custody_board (referral, state, "
          + String.join(", ", COLUMNS)
          + ") values (?, ?, "
          + COLUMNS.stream().map(c -> "?").collect(Collectors.joining(", "))
          + ") on conflict (referral) do update set state = excluded.state, "
          + COLUMNS.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));

  private final Policies policies;

  /** What this service knows to be adopted, as a transaction sees it. */
  @FunctionalInterface
  public interface Policies {
    PolicyBook book(Connection transaction);
  }

  public CustodyBoard(Policies policies) {
    this.policies = policies;
  }

  /**
   * Folds a batch into the board: one read and one write, however many referrals it touches. A
   * repeat changes nothing, so the same batch may come twice.
   *
   * @param events in log order; those on the register are skipped
   * @param transaction the reader's own
   * @return the referrals that changed, as they are now
   */
  public Map<ReferralId, Custody> apply(
      List<Recorded<? extends BatonEvent>> events, Connection transaction) throws SQLException {
    var stories = events.stream().filter(event -> event.referral() != null).toList();
    if (stories.isEmpty()) return Map.of();
    Map<ReferralId, Custody> before =
        find(stories.stream().map(Recorded::referral).distinct().toList(), transaction);
    Map<ReferralId, Custody> after = folded(stories, before, policies.book(transaction));
    after.entrySet().removeIf(entry -> entry.getValue().equals(stateOf(before, entry.getKey())));
    write(after.values(), transaction);
    return after;
  }

  /**
   * Folds whole stories anew, whatever the board said of them.
   *
   * @param stories of each referral every event that was applied, in log order; those on the
   *     register are skipped
   * @return the referrals folded, as they are now
   */
  public Map<ReferralId, Custody> redraw(
      List<Recorded<? extends BatonEvent>> stories, Connection transaction) throws SQLException {
    Map<ReferralId, Custody> after =
        folded(
            stories.stream().filter(event -> event.referral() != null).toList(),
            Map.of(),
            policies.book(transaction));
    write(after.values(), transaction);
    return after;
  }

  /**
   * Puts states in the place of what the board says.
   *
   * @return those that are different from what it said
   */
  public Map<ReferralId, Custody> replace(Map<ReferralId, Custody> states, Connection transaction)
      throws SQLException {
    Map<ReferralId, Custody> before = find(states.keySet(), transaction);
    var changed = new LinkedHashMap<>(states);
    changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    write(changed.values(), transaction);
    return changed;
  }

  private static Map<ReferralId, Custody> folded(
      List<Recorded<? extends BatonEvent>> stories,
      Map<ReferralId, Custody> before,
      PolicyBook policy) {
    var after = new LinkedHashMap<ReferralId, Custody>();
    for (var event : stories) {
      Custody current = after.get(event.referral());
      if (current == null) current = stateOf(before, event.referral());
      after.put(event.referral(), Custody.evolve(current, event, policy));
    }
    return after;
  }

  public Optional<Custody> find(ReferralId referral, Connection connection) throws SQLException {
    return Optional.ofNullable(find(List.of(referral), connection).get(referral));
  }

  public Map<ReferralId, Custody> find(Collection<ReferralId> referrals, Connection connection)
      throws SQLException {
    var found = new LinkedHashMap<ReferralId, Custody>();
    try (var select =
        connection.prepareStatement(
            "select referral, state from custody_board where referral = any (?)")) {
      select.setArray(
          1, connection.createArrayOf("uuid", referrals.stream().map(ReferralId::value).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          found.put(new ReferralId(row.getObject(1, UUID.class)), read(row.getString(2)));
      }
    }
    return found;
  }

  /** A row's {@code state} column as what it is. */
  public static Custody read(String state) {
    try {
      return JournalJson.mapper().readValue(state, Custody.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of custody_board is not readable", e);
    }
  }

  /**
   * Columns of a row that do not say what its state says.
   *
   * @param row with every column of {@code custody_board}
   */
  public static List<String> wrongColumns(Custody custody, ResultSet row) throws SQLException {
    var wrong = new ArrayList<String>();
    for (var column : BoardRow.columns(custody).entrySet())
      if (!Objects.equals(stored(row, column.getKey()), sql(column.getValue())))
        wrong.add(column.getKey());
    return wrong;
  }

  private static Object stored(ResultSet row, String column) throws SQLException {
    return row.getObject(column) instanceof Timestamp
        ? row.getObject(column, OffsetDateTime.class)
        : row.getObject(column);
  }

  private static Custody stateOf(Map<ReferralId, Custody> before, ReferralId referral) {
    return before.getOrDefault(referral, Custody.none(referral));
  }

  private static void write(Collection<Custody> states, Connection transaction)
      throws SQLException {
    if (states.isEmpty()) return;
    try (var upsert = transaction.prepareStatement(UPSERT)) {
      for (Custody custody : states) {
        bind(upsert, custody);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement upsert, Custody custody) throws SQLException {
    int at = 1;
    upsert.setObject(at++, custody.referral().value());
    upsert.setString(at++, json(custody));
    for (Object value : BoardRow.columns(custody).values()) upsert.setObject(at++, sql(value));
  }

  private static Object sql(Object value) {
    return switch (value) {
      case null -> null;
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case Boolean flag -> flag;
      case UUID id -> id;
      default -> Objects.toString(value);
    };
  }

  private static String json(Custody custody) {
    try {
      return JournalJson.mapper().writeValueAsString(custody);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the custody of " + custody.referral() + " has no JSON", e);
    }
  }
}
