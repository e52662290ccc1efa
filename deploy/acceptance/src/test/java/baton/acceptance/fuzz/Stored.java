package baton.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Databases;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What the four services have stored, and whether any of it is there by half. */
final class Stored {
  /** A row of the table is written with an event of the type, and never without one. */
  private record Pair(String store, String table, String type) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("intake", "referral_registry", "referral-received"),
          new Pair("risk", "assessment", "assessment-opened"),
          new Pair("risk", "assessor_offer", "assessor-assigned"),
          new Pair("allocation", "case_file", "case-opened"),
          new Pair("allocation", "dissemination", "case-disseminated"),
          new Pair("allocation", "allocation_offer", "case-allocated"),
          new Pair("allocation", "case_action", "action-recorded"),
          new Pair("escalation", "escalation", "escalation-raised"));

  /** Streams whose events are not numbered from 0 without a gap. */
  private static final String BROKEN_STREAMS =
      """
      select aggregate_identifier from event_entry group by aggregate_identifier
      having min(sequence_number) <> 0 or max(sequence_number) <> count(*) - 1\
      """;

  private final Databases databases;
  private final Map<String, Long> before;

  Stored(Databases databases) throws SQLException {
    this.databases = databases;
    this.before = databases.stored();
  }

  /** Something came of the requests in each of the four. */
  void assertMore() throws SQLException {
    databases
        .stored()
        .forEach(
            (store, events) ->
                assertThat(events).as("events of " + store).isGreaterThan(before.get(store)));
  }

  void assertWhole() throws SQLException {
    for (Pair each : PAIRS)
      assertThat(databases.one(each.store(), "select count(*) from " + each.table()))
          .as("rows of %s and events %s of %s", each.table(), each.type(), each.store())
          .isEqualTo(
              databases.one(
                  each.store(),
                  "select count(*) from event_entry where payload_type = 'baton."
                      + each.type()
                      + ".v1'"));
    for (String store : before.keySet())
      assertThat(databases.texts(store, BROKEN_STREAMS)).as("streams of " + store).isEmpty();
  }
}
